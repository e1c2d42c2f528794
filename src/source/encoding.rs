//! Bytes to text: UTF-8 only, and the other encodings recognised by name.

use encoding_rs::GB18030;

use super::Finding;
use super::characters::is_refused;

const SAVE_AS: &str = "UTF-8 (open the file in the editor and save it again as UTF-8)";

/// The text of a file's bytes, without a byte-order mark.
pub(super) fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Finding> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || looks_utf16(&bytes) {
        return Err(Finding::new(
            name,
            (1, 1),
            "utf-16",
            "a file saved as UTF-16 (“Unicode”)",
            SAVE_AS,
        ));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => Err(not_utf8(name, error.as_bytes(), error.utf8_error())),
    }
}

/// UTF-16 without a mark shows by its zero bytes: the brackets, colons and
/// spaces of an authored file are ASCII, whatever language its text is in.
fn looks_utf16(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(1024)];
    let zeros = |parity: usize| start.iter().skip(parity).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    start.len() >= 8 && even.max(odd) * 8 >= start.len() && even.min(odd) * 8 <= even.max(odd)
}

fn not_utf8(name: &str, bytes: &[u8], error: std::str::Utf8Error) -> Finding {
    let good = &bytes[..error.valid_up_to()];
    let line = 1 + good.iter().filter(|&&b| b == b'\n').count();
    let line_start = good.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
    let column = 1 + String::from_utf8_lossy(&good[line_start..]).chars().count();
    let place = (line, column);
    // Chinese text in UTF-8 takes three bytes a character; once one such
    // character has been read the file is UTF-8, and damaged.
    let was_utf8 = good.iter().any(|&b| b >= 0xe0);
    if error.error_len().is_none() {
        return Finding::new(
            name,
            place,
            "cut-off",
            "a file that stops in the middle of a character",
            "the whole file: it was cut off; restore it from a copy",
        );
    }
    let gbk = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    if !was_utf8 && gbk.is_some_and(|text| !text.chars().any(is_refused)) {
        return Finding::new(name, place, "gbk", "a file saved as GBK (GB2312, GB18030)", SAVE_AS);
    }
    Finding::new(
        name,
        place,
        "not-utf-8",
        format!("the byte 0x{:02X}, which is no UTF-8 text", bytes[error.valid_up_to()]),
        SAVE_AS,
    )
}
