//! Interprets the model: checks, builds, signs and verifies messages straight from the tables, as text. The sandbox plays the
//! gateway with it, the command line offers it as `--engine interpreted`, and a test compares it with the generated
//! libraries. It shares no code with them, so that a mistake in either shows; clarity comes before speed here.

mod address;
mod answer;
mod build;
mod call;
mod check;
mod context;
mod date;
mod elements;
mod expr;
mod gateway_side;
mod hint;
mod hmac_json;
mod issued;
mod json;
mod life;
mod message;
mod nested;
mod parse;
mod sign;
mod tree;
mod value;
mod verify;

pub use answer::write_message;
pub use build::{Built, Refused, build, form_body};
pub use call::{Call, basic_pair, bearer_token, check_authorization, is_path_of, parse_request, read_call};
pub use check::{Violation, validate};
pub use context::{Context, Credentials, CredentialsError, Environment, SettingValue};
pub use date::Date;
pub use expr::holds;
pub use gateway_side::{Fault, FaultKind, Posted, check_request, receive_request, sign_result};
pub use hmac_json::{json_signature, sign_json};
pub use json::{body, object};
pub use life::{Heard, comes_before};
pub use parse::{ParseError, parse_pairs};
pub use sign::{digest, recipe_digest};
pub use verify::{Delivery, Problem, Through, Verdict, verify};

pub(crate) use expr::{Facts, Known, evaluate};
pub(crate) use sign::{is_same, md5_hex};
pub(crate) use tree::is_json_object;
pub(crate) use value::{is_sendable, printed};

/// Stands in for every value that may not be shown. Always the same, so that it tells nothing about the value.
pub(crate) const MASK: &str = "***";

/// A value as a message may show it: masked, or its first 64 characters.
fn shown(text: &str, sensitive: bool) -> String {
    const MOST: usize = 64;
    if sensitive {
        return MASK.to_owned();
    }
    let mut cut: String = text.chars().take(MOST).collect();
    if text.chars().count() > MOST {
        cut.push('…');
    }
    cut
}
