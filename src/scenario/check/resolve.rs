//! What a number may be in some run: written out, or drawn by the seed.

use super::super::Number;
use super::Context;

/// No axis needs more alternatives than this, and every run of them is to be explored.
pub(super) const MOST_ALTERNATIVES: usize = 64;

/// One value that a number may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Value<'a> {
    pub(super) value: i64,
    /// The axis and alternative that give it, if the seed does.
    drawn: Option<(&'a str, &'a str)>,
}

impl<'a> Context<'a> {
    /// Every value a number may have; none when only the profile knows, or
    /// when the name is wrong. A variable has its bounds.
    pub(super) fn values(&self, number: &'a Number) -> Vec<Value<'a>> {
        let name = match number {
            Number::Literal(value) => return vec![Value { value: *value, drawn: None }],
            Number::Named(name) => name,
        };
        match name.split_once('.') {
            Some(("var", variable)) => match self.script.variables.get(variable) {
                Some(v) => {
                    [v.min, v.max].map(|bound| Value { value: bound.into(), drawn: None }).to_vec()
                }
                None => Vec::new(),
            },
            Some((axis, slot)) => {
                let Some((axis, alternatives)) = self.script.variations.get_key_value(axis) else {
                    return Vec::new();
                };
                let drawn = alternatives.iter().take(MOST_ALTERNATIVES).filter_map(|(id, a)| {
                    let value = i64::from(*a.numbers.get(slot)?);
                    Some(Value { value, drawn: Some((axis.as_str(), id.as_str())) })
                });
                drawn.collect()
            }
            None => Vec::new(),
        }
    }

    /// Two numbers' values as they may meet in one run: those of one axis
    /// together, others in their extremes.
    pub(super) fn together(&self, a: &'a Number, b: &'a Number) -> Vec<(i64, i64)> {
        let (a, b) = (self.values(a), self.values(b));
        let axis =
            |values: &[Value<'a>]| values.first().and_then(|v| v.drawn).map(|(axis, _)| axis);
        if axis(&a).is_some() && axis(&a) == axis(&b) {
            let same = a
                .iter()
                .flat_map(|x| b.iter().filter(|y| y.drawn == x.drawn).map(|y| (x.value, y.value)));
            return same.collect();
        }
        let extremes = |values: &[Value<'a>]| {
            let least = values.iter().map(|v| v.value).min();
            let most = values.iter().map(|v| v.value).max();
            [least, most].into_iter().flatten().collect::<Vec<_>>()
        };
        let b = extremes(&b);
        extremes(&a).into_iter().flat_map(|x| b.iter().map(move |y| (x, *y))).collect()
    }
}
