//! What the page may do: run its own script, wear its own style, and nothing else.

use sha2::{Digest as _, Sha256};

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The policy of a page with this style, and this script if it has one.
pub(super) fn policy(script: Option<&str>, style: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes()), true));
    let script = script.map(|script| format!("script-src {}; ", hash(script))).unwrap_or_default();
    format!("default-src 'none'; {script}style-src {}; base-uri 'none'; form-action 'none'", hash(style))
}

/// Bytes as text for an address: the plan in a link.
pub(super) fn for_address(bytes: &[u8]) -> String {
    base64(bytes, false).replace('+', "-").replace('/', "_")
}

fn base64(bytes: &[u8], padded: bool) -> String {
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let number =
            (0..3).fold(0_u32, |number, place| number << 8 | u32::from(chunk.get(place).copied().unwrap_or(0)));
        for place in 0..4_usize {
            if place <= chunk.len() {
                out.push(char::from(STANDARD[(number >> (18 - 6 * place) & 63) as usize]));
            } else if padded {
                out.push('=');
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        let pairs = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (plain, coded) in pairs {
            assert_eq!(base64(plain.as_bytes(), true), coded);
            assert_eq!(for_address(plain.as_bytes()), coded.trim_end_matches('='));
        }
        assert_eq!(for_address(&[0xfb, 0xff, 0xfe]), "-__-");
    }
}
