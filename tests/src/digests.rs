//! The digests of the documents, computed with the hash crates alone: what the engines under test are measured by, so
//! that a mistake in one of them can't vouch for itself.

use sha1::Digest as _;

/// SHA-1 of the UTF-8 bytes, in lower-case hexadecimal.
pub fn sha1_hex(text: &str) -> String {
    hex(&sha1::Sha1::digest(text.as_bytes()))
}

/// SHA-1 over the lower-case hexadecimal digits of the MD5, in lower-case hexadecimal.
pub fn sha1_of_md5_hex(text: &str) -> String {
    sha1_hex(&hex(&md5::Md5::digest(text.as_bytes())))
}

/// SHA-256, in base64 with padding.
pub fn sha256_base64(text: &str) -> String {
    use base64ct::Encoding as _;
    use sha2::Digest as _;
    base64ct::Base64::encode_string(&sha2::Sha256::digest(text.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
