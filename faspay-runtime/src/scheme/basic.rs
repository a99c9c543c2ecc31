//! `Authorization: Basic` (RFC 7617), as Finpay's API wants it with each request.

use crate::Secret;
use crate::violation::is_control;
use base64ct::{Base64, Encoding};
use std::fmt;
use zeroize::Zeroizing;

/// The value of the header `Authorization`: `Basic `, then base64 of user, `:` and password in UTF-8.
///
/// # Errors
/// When the gateway would read another user or password out of it, or the two can't be written so.
pub fn authorization(user: &str, password: &Secret) -> Result<Secret, BasicError> {
    if user.contains(':') {
        return Err(BasicError::UserColon);
    }
    if user.contains(is_control) {
        return Err(BasicError::UserControl);
    }
    if password.expose().contains(is_control) {
        return Err(BasicError::PasswordControl);
    }
    // With room for all of it: a buffer that grows leaves a copy behind.
    let mut pair =
        Zeroizing::new(String::with_capacity(user.len().saturating_add(password.expose().len()).saturating_add(1)));
    pair.push_str(user);
    pair.push(':');
    pair.push_str(password.expose());
    let encoded = Zeroizing::new(Base64::encode_string(pair.as_bytes()));
    let mut header = String::with_capacity(SCHEME.len().saturating_add(encoded.len()));
    header.push_str(SCHEME);
    header.push_str(&encoded);
    Ok(Secret::new(header))
}

const SCHEME: &str = "Basic ";

/// Why a user and a password make no header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BasicError {
    /// The user has a `:`; what follows it would belong to the password.
    UserColon,
    /// The user has a control character.
    UserControl,
    /// The password has a control character.
    PasswordControl,
}

impl fmt::Display for BasicError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UserColon => "the user has a `:`, where the password would begin",
            Self::UserControl => "the user has a control character",
            Self::PasswordControl => "the password has a control character; it may have been copied with a line break",
        })
    }
}

impl std::error::Error for BasicError {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn header(user: &str, password: &str) -> Result<String, BasicError> {
        authorization(user, &Secret::from(password)).map(|header| header.expose().to_owned())
    }

    #[test]
    fn the_vectors_of_rfc_7617_and_of_finpay_come_out() {
        assert_eq!(header("Aladdin", "open sesame").unwrap(), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assert_eq!(header("test", "123£").unwrap(), "Basic dGVzdDoxMjPCow==");
        assert_eq!(header("FINPAY770", "SoSecret123").unwrap(), "Basic RklOUEFZNzcwOlNvU2VjcmV0MTIz");
    }

    #[test]
    fn a_colon_belongs_to_the_password_only() {
        assert_eq!(header("a:b", "c"), Err(BasicError::UserColon));
        assert_eq!(header("a", "b:c").unwrap(), "Basic YTpiOmM=");
    }

    #[test]
    fn control_characters_are_refused_and_named_by_place() {
        for control in ['\0', '\n', '\r', '\u{7F}', '\u{85}', '\u{2028}', '\u{202E}'] {
            assert_eq!(header(&format!("a{control}"), "b"), Err(BasicError::UserControl), "{control:?}");
            assert_eq!(header("a", &format!("{control}b")), Err(BasicError::PasswordControl), "{control:?}");
        }
    }

    #[test]
    fn neither_the_header_nor_an_error_shows_the_password() {
        assert_eq!(format!("{:?}", authorization("a", &Secret::from("cAnArY"))), "Ok(***)");
        let error = authorization("a", &Secret::from("cAnArY\n")).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("cAnArY"));
    }

    proptest! {
        #[test]
        fn a_header_reads_back_as_the_user_and_the_password(user in "[^:\\p{C}\\p{Zl}\\p{Zp}]{0,20}", password in "[^\\p{C}\\p{Zl}\\p{Zp}]{0,20}") {
            let header = header(&user, &password).unwrap();
            let pair = Base64::decode_vec(header.strip_prefix("Basic ").unwrap()).unwrap();
            let pair = String::from_utf8(pair).unwrap();
            prop_assert_eq!(pair.split_once(':'), Some((&*user, &*password)));
        }
    }
}
