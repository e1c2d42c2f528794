//! What a body can be seen doing, and how the pose of a card is put together from its parts.

use serde::Deserialize;

/// What a body can be seen doing.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(deny_unknown_fields)]
pub enum Pose {
    /// Upright, hands at ease.
    #[default]
    Stand,
    /// A nod of the head.
    Nod,
    /// A slight bow.
    Bow15,
    /// A bow.
    Bow30,
    /// A deep bow.
    Bow45,
    /// Right hand out, waiting to be taken.
    OfferHand,
    /// Left hand out.
    OfferLeftHand,
    /// A card held out in both hands at chest height.
    OfferCard,
    /// A card held out in both hands at the waist.
    OfferCardLow,
    /// A card held out in both hands as high as a face.
    OfferCardHigh,
    /// A card held out in both hands at chest height, its print turned to the giver.
    OfferCardWrongWay,
    /// A card held out in the right hand alone.
    OfferCardOneHand,
    /// A card held out in the left hand alone.
    OfferCardLeftHand,
    /// The right hand gives a card, a stack of cards lies in the left palm.
    OfferCardStack,
    /// A stack of cards lies in the left palm, the right hand is free.
    HoldStack,
    /// A card or two lie in the left palm, the right hand is free.
    HoldCards,
    /// Both hands out to take a card.
    ReceiveCard,
    /// The right hand alone out to take a card.
    ReceiveCardOneHand,
    /// A card held up and read.
    ReadCard,
    /// A small stack of cards and papers, fanned out and read.
    ReadStack,
    /// A receiver at the ear.
    Phone,
    /// Holding a telephone up to film.
    Film,
    /// A sheet or form in the hands.
    HoldPaper,
    /// Holding a cup in front with both hands.
    HoldCup,
    /// A cup in the left hand, the right hand is free.
    HoldCupLeft,
    /// A form held out to somebody with both hands at chest height.
    HoldForm,
    /// Carrying a tray with glasses before the belly.
    HoldTray,
    /// An open umbrella held up in the right hand.
    HoldUmbrella,
    /// Drawing a chair back for somebody.
    PullChair,
    /// Pouring tea from a pot into a cup.
    PourTea,
    /// Writing on a pad.
    Write,
    /// Arms folded.
    FoldArms,
    /// A fist or a flat hand on the counter.
    Slam,
    /// Wiping a palm.
    Wipe,
    /// An open hand that shows the way.
    ShowWay,
    /// Reaching across somebody.
    ReachAcross,
    /// Looking at a wrist watch.
    CheckWatch,
    /// Seated.
    Sit,
    /// Turned away.
    TurnAway,
    /// A telephone and a card in the left hand, the right hand is free.
    HoldPhoneAndCard,
    /// A cup in both hands, a telephone and a card between the fingers.
    HoldCupPhoneAndCard,
    /// A sheet crushed in the right fist.
    CrushPaper,
    /// Seated, cards on the knee.
    SitWithCards,
    /// Seated, writing on a pad.
    SitWrite,
    /// A card held out for somebody to take, put together from its parts.
    GiveCard {
        /// Which hands hold it out.
        #[serde(default)]
        hands: Hands,
        /// How high.
        #[serde(default)]
        height: Height,
        /// Which way its print is turned.
        #[serde(default)]
        print: Print,
        /// What lies in the hand that does not give.
        #[serde(default)]
        free: Free,
    },
    /// Empty hands held out to take a card, put together from their parts.
    TakeCard {
        /// Which hands are held out.
        #[serde(default)]
        hands: Hands,
        /// How high.
        #[serde(default)]
        height: Height,
        /// What lies in the hand that does not take.
        #[serde(default)]
        free: Free,
    },
}

/// Which hands give a card, or take it.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hands {
    /// Both hands on one card.
    #[default]
    Both,
    /// The right hand alone.
    Right,
    /// The left hand alone.
    Left,
    /// A card in each hand at once.
    Each,
}

/// How high hands and card are.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Height {
    /// At the waist.
    Low,
    /// At the chest.
    #[default]
    Chest,
    /// At the eyes.
    High,
}

/// Which way the print of a card is turned.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Print {
    /// Who takes it can read it.
    #[default]
    ToTaker,
    /// Who gives it can read it.
    ToGiver,
    /// Neither can without tilting the head.
    Sideways,
}

/// What lies in the hand that has no part in the giving or taking.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Free {
    #[default]
    Nothing,
    /// A stack of cards in the palm.
    Stack,
    /// A card or two in the palm.
    Cards,
    /// A stack of cards under the arm.
    StackUnderArm,
    /// A sheet of paper.
    Papers,
    /// A cup.
    Cup,
    /// A telephone and a card.
    PhoneAndCard,
}

/// What a position of a dial changes in the pose of a card.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PosePart {
    /// Which hands give or take.
    Hands(Hands),
    /// How high.
    Height(Height),
    /// Which way the print is turned; hands that take have none.
    Print(Print),
    /// What lies in the hand that does not give or take.
    Free(Free),
}

/// The pose of somebody who gives a card or takes one, part by part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CardPose {
    /// Whether a card is held out; empty hands are otherwise.
    pub gives: bool,
    pub hands: Hands,
    pub height: Height,
    pub print: Print,
    pub free: Free,
}

impl CardPose {
    /// The same with one part changed.
    #[must_use]
    pub fn with(mut self, part: PosePart) -> CardPose {
        match part {
            PosePart::Hands(hands) => self.hands = hands,
            PosePart::Height(height) => self.height = height,
            PosePart::Print(print) => self.print = print,
            PosePart::Free(free) => self.free = free,
        }
        self
    }

    /// It as a pose.
    #[must_use]
    pub fn pose(self) -> Pose {
        let CardPose { gives, hands, height, print, free } = self;
        if gives {
            Pose::GiveCard { hands, height, print, free }
        } else {
            Pose::TakeCard { hands, height, free }
        }
    }

    /// Every way to give and every way to take a card.
    pub fn all() -> impl Iterator<Item = CardPose> {
        const HANDS: [Hands; 4] = [Hands::Both, Hands::Right, Hands::Left, Hands::Each];
        const HEIGHTS: [Height; 3] = [Height::Low, Height::Chest, Height::High];
        const PRINTS: [Print; 3] = [Print::ToTaker, Print::ToGiver, Print::Sideways];
        const FREE: [Free; 7] = [
            Free::Nothing,
            Free::Stack,
            Free::Cards,
            Free::StackUnderArm,
            Free::Papers,
            Free::Cup,
            Free::PhoneAndCard,
        ];
        let hands = HANDS.into_iter().flat_map(|h| HEIGHTS.into_iter().map(move |at| (h, at)));
        let held = hands.flat_map(|(h, at)| FREE.into_iter().map(move |free| (h, at, free)));
        held.flat_map(|(hands, height, free)| {
            let printed = move |gives, print| CardPose { gives, hands, height, print, free };
            let gives = PRINTS.into_iter().map(move |print| printed(true, print));
            gives.chain([printed(false, Print::ToTaker)])
        })
    }
}

impl Pose {
    /// Whether something is held out for another to take.
    #[must_use]
    pub fn gives(self) -> bool {
        self == Pose::HoldForm || self.card().is_some_and(|card| card.gives)
    }

    /// Whether empty hands are out to take what another gives.
    #[must_use]
    pub fn takes(self) -> bool {
        self.card().is_some_and(|card| !card.gives)
    }

    /// Whether an empty hand is held out to somebody: it comes down when it is
    /// taken, and when its owner walks away.
    #[must_use]
    pub fn is_hand_out(self) -> bool {
        matches!(self, Pose::OfferHand | Pose::OfferLeftHand | Pose::ReachAcross)
    }

    /// As an author writes it.
    #[must_use]
    pub fn written(self) -> String {
        match self {
            Pose::GiveCard { hands, height, print, free } => format!(
                "GiveCard(hands: {hands:?}, height: {height:?}, print: {print:?}, free: {free:?})"
            ),
            Pose::TakeCard { hands, height, free } => {
                format!("TakeCard(hands: {hands:?}, height: {height:?}, free: {free:?})")
            }
            plain => format!("{plain:?}"),
        }
    }

    /// Whether somebody is seated in it.
    #[must_use]
    pub fn sits(self) -> bool {
        matches!(self, Pose::Sit | Pose::SitWithCards | Pose::SitWrite)
    }

    /// The parts of a pose in which a card is given or taken.
    #[must_use]
    pub fn card(self) -> Option<CardPose> {
        let gives = CardPose { gives: true, ..CardPose::default() };
        let takes = CardPose::default();
        Some(match self {
            Pose::OfferCard => gives,
            Pose::OfferCardLow => gives.with(PosePart::Height(Height::Low)),
            Pose::OfferCardHigh => gives.with(PosePart::Height(Height::High)),
            Pose::OfferCardWrongWay => gives.with(PosePart::Print(Print::ToGiver)),
            Pose::OfferCardOneHand => gives.with(PosePart::Hands(Hands::Right)),
            Pose::OfferCardLeftHand => gives.with(PosePart::Hands(Hands::Left)),
            Pose::OfferCardStack => {
                gives.with(PosePart::Hands(Hands::Right)).with(PosePart::Free(Free::Stack))
            }
            Pose::ReceiveCard => takes,
            Pose::ReceiveCardOneHand => takes.with(PosePart::Hands(Hands::Right)),
            Pose::GiveCard { hands, height, print, free } => {
                CardPose { gives: true, hands, height, print, free }
            }
            Pose::TakeCard { hands, height, free } => {
                CardPose { gives: false, hands, height, print: Print::default(), free }
            }
            _ => return None,
        })
    }

    /// The same with this part changed; a pose without a card stays as it is.
    #[must_use]
    pub fn with(self, part: PosePart) -> Pose {
        self.card().map_or(self, |card| card.with(part).pose())
    }

    /// The one pose of several positions: the last whole pose among them, or
    /// `base`, changed by all their parts. `None` if they show nothing. Parts
    /// without any pose to change are those of a card held out.
    pub fn combined<'a>(
        base: Option<Pose>,
        positions: impl IntoIterator<Item = (Option<Pose>, &'a [PosePart])>,
    ) -> Option<Pose> {
        let (mut whole, mut parts) = (None, Vec::new());
        for (pose, own) in positions {
            whole = pose.or(whole);
            parts.extend_from_slice(own);
        }
        if parts.is_empty() {
            return whole;
        }
        let start = whole.or(base).unwrap_or(Pose::OfferCard);
        Some(parts.into_iter().fold(start, Pose::with))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dials_turned_in_any_order_make_one_pose() {
        let hands: &[PosePart] = &[PosePart::Hands(Hands::Right), PosePart::Free(Free::Papers)];
        let height: &[PosePart] = &[PosePart::Height(Height::Low)];
        let print: &[PosePart] = &[PosePart::Print(Print::ToGiver)];
        let wanted = Pose::GiveCard {
            hands: Hands::Right,
            height: Height::Low,
            print: Print::ToGiver,
            free: Free::Papers,
        };
        for order in [[hands, height, print], [print, hands, height], [height, print, hands]] {
            assert_eq!(Pose::combined(None, order.map(|parts| (None, parts))), Some(wanted));
        }
        let taken = Pose::combined(Some(Pose::ReceiveCard), [(None, hands), (None, print)]);
        let right =
            Pose::TakeCard { hands: Hands::Right, height: Height::Chest, free: Free::Papers };
        assert_eq!(taken, Some(right));
        assert_eq!(Pose::combined(None, [(Some(Pose::Nod), &[][..])]), Some(Pose::Nod));
        assert_eq!(Pose::combined(None, [(None, &[][..])]), None);
        assert_eq!(Pose::Nod.with(height[0]), Pose::Nod);
    }

    #[test]
    fn every_way_to_give_and_to_take_is_there_once() {
        let all: Vec<CardPose> = CardPose::all().collect();
        let unique: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(all.len(), unique.len());
        assert_eq!(all.iter().filter(|card| card.gives).count(), 4 * 3 * 3 * 7);
        assert_eq!(all.iter().filter(|card| !card.gives).count(), 4 * 3 * 7);
        for card in all {
            assert_eq!(card.pose().card(), Some(card));
            assert_eq!((card.pose().gives(), card.pose().takes()), (card.gives, !card.gives));
        }
    }
}
