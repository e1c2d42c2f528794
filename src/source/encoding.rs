//! Bytes to text: UTF-8 only, and the other encodings recognised by name.

use encoding_rs::GB18030;

use super::characters::is_refused;
use super::{Finding, Text};
use crate::say;

fn save_as() -> Text {
    say!(
        "UTF-8（用编辑器打开，另存为 UTF-8 编码）",
        "UTF-8 (open the file in the editor and save it again as UTF-8)"
    )
}

/// The text of a file's bytes, without a byte-order mark.
pub(super) fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Finding> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || looks_utf16(&bytes) {
        return Err(Finding::new(
            name,
            (1, 1),
            "utf-16",
            say!("文件存成了 UTF-16（“Unicode”）", "a file saved as UTF-16 (“Unicode”)"),
            save_as(),
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
            say!("文件断在一个字中间", "a file that stops in the middle of a character"),
            say!(
                "完整的文件：它被截断了，从副本恢复",
                "the whole file: it was cut off; restore it from a copy"
            ),
        );
    }
    let gbk = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    if !was_utf8 && gbk.is_some_and(|text| !text.chars().any(is_refused)) {
        let found =
            say!("文件存成了 GBK（GB2312、GB18030）", "a file saved as GBK (GB2312, GB18030)");
        return Finding::new(name, place, "gbk", found, save_as());
    }
    let byte = bytes[error.valid_up_to()];
    let found =
        say!("字节 0x{byte:02X} 不是 UTF-8 文字", "the byte 0x{byte:02X}, which is no UTF-8 text");
    Finding::new(name, place, "not-utf-8", found, save_as())
}
