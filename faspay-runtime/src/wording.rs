//! The words of violations: each function states one broken rule, its limit and what was given, and says how to cure
//! it. Only the checker calls these, and only for what is broken; a sensitive value never comes in here.

use crate::secret::MASK;
use crate::table::{By, CredentialSpec, FieldSpec, Rule};
use crate::violation::Violation;

/// Most characters of a value that a violation shows.
const EXCERPT: usize = 64;

/// A value as violations show it: cut when it is long.
pub(crate) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(EXCERPT) {
        None => text.to_owned(),
        Some((end, _)) => {
            let mut cut = text.get(..end).unwrap_or_default().to_owned();
            cut.push('…');
            cut
        }
    }
}

pub(crate) fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

fn of(
    field: &FieldSpec,
    rule: &str,
    limit: impl Into<String>,
    actual: impl Into<String>,
    message: String,
) -> Violation {
    Violation {
        field: field.name.to_owned(),
        rule: rule.to_owned(),
        limit: limit.into(),
        actual: actual.into(),
        message,
        source: field.source.to_owned(),
    }
}

pub(crate) fn mandatory(field: &FieldSpec, limit: &str, condition: Option<&str>) -> Violation {
    let message = match condition {
        _ if matches!(field.by, By::IdempotencyKey) => {
            "is missing, and there is no fresh one: give one, turn on the feature `os-random` of the gateway's crate, or make keys in \
             `Client::with_keys`"
                .to_owned()
        }
        None => "is missing; the table makes it mandatory, so give it a value".to_owned(),
        Some(condition) => {
            format!("is missing; it is mandatory when {condition}, so give it a value")
        }
    };
    of(field, "mandatory", limit, "absent", message)
}

pub(crate) fn fixed(field: &FieldSpec, text: &str, actual: String) -> Violation {
    let message = format!("must be \"{text}\" in this message; leave it out or give exactly that");
    of(field, "fixed", text, actual, message)
}

pub(crate) fn feature(field: &FieldSpec, feature: &str, actual: String) -> Violation {
    let message = format!(
        "can't be sent: this program is built without the feature `{feature}` of the gateway's crate. Leave the value out, or turn \
         the feature on in Cargo.toml once you know what it binds you to"
    );
    of(field, "feature", feature, actual, message)
}

pub(crate) fn computed(field: &FieldSpec, recipe: &str) -> Violation {
    let message = "is computed from the other values and the credentials; leave it out".to_owned();
    of(field, "computed", format!("recipe {recipe}"), "given", message)
}

pub(crate) fn from_credential(field: &FieldSpec, credential: &str, actual: String) -> Violation {
    let message = format!("comes from the credential `{credential}`; leave it out");
    of(field, "credential", format!("credential {credential}"), actual, message)
}

pub(crate) fn setting(field: &FieldSpec, setting: &str) -> Violation {
    let message = format!(
        "the credentials don't say whether the form carries it. A shopper can read every field of the form, and \
         results are signed with this value: who has it can sign a result of their own. Set `{setting}` to false to \
         leave the field off, or to true to send it and confirm each payment with an inquiry"
    );
    of(field, "setting", setting, "unset", message)
}

/// A violation of a setting, which belongs to no field.
fn of_setting(gateway: &str, setting: &str, rule: &str, limit: &str, actual: String, message: String) -> Violation {
    Violation {
        field: setting.to_owned(),
        rule: rule.to_owned(),
        limit: limit.to_owned(),
        actual,
        message,
        source: format!("{gateway}/gateway.yaml"),
    }
}

pub(crate) fn no_address(gateway: &str, endpoint: &str, setting: &str) -> Violation {
    let message = format!(
        "isn't set, and no page publishes the address of `{endpoint}` for this environment. The gateway tells it to its \
         merchants: look it up in the merchant portal, or ask for it, and set `{setting}` in the credentials"
    );
    of_setting(gateway, setting, "setting", setting, "unset".to_owned(), message)
}

pub(crate) fn not_an_address(gateway: &str, setting: &str, url: &str) -> Violation {
    let message = "isn't an address that a request can be sent to; write https://, a host and a path, without a query";
    of_setting(gateway, setting, "url", "https URL without query", excerpt(url), message.to_owned())
}

pub(crate) fn control(field: &FieldSpec, character: char) -> Violation {
    let point = code_point(character);
    let message = format!("contains the control character {point}; remove it");
    of(field, "control", "none", point, message)
}

pub(crate) fn length(field: &FieldSpec, max: u32, count: u32) -> Violation {
    let message = format!("has {count} characters, and at most {max} are allowed; shorten it");
    of(field, "length", max.to_string(), count.to_string(), message)
}

pub(crate) fn length_min(field: &FieldSpec, min: u32, count: u32) -> Violation {
    let message = format!("has {count} characters, and {min} at least are wanted; something of it is missing");
    of(field, "length-min", min.to_string(), count.to_string(), message)
}

pub(crate) fn characters(field: &FieldSpec, limit: &str, actual: String) -> Violation {
    let which = match limit {
        "digits" => "ASCII digits",
        "alphanumeric" => "ASCII letters and digits",
        "alpha-dash" => "ASCII letters, digits, '-' and '_'",
        _ => "hexadecimal digits",
    };
    let message = format!("may hold {which} only; leave every other character out, white space too");
    of(field, "characters", limit, actual, message)
}

pub(crate) fn digits(field: &FieldSpec, max: u32, count: u32) -> Violation {
    let message = format!("has {count} digits, and at most {max} are allowed");
    of(field, "length", max.to_string(), count.to_string(), message)
}

pub(crate) fn count(field: &FieldSpec, what: &str, max: u32, count: u32) -> Violation {
    let message = format!("has {count} {what}, and at most {max} are allowed");
    of(field, "count", max.to_string(), count.to_string(), message)
}

pub(crate) fn too_few(field: &FieldSpec, what: &str, min: u32, count: u32) -> Violation {
    let message = format!("has {count} {what}, and {min} is the least");
    of(field, "count-min", min.to_string(), count.to_string(), message)
}

pub(crate) fn not_ascii(field: &FieldSpec, character: char) -> Violation {
    let actual = if field.sensitive { MASK.to_owned() } else { character.to_string() };
    let message = "goes into an HTTP header, which holds ASCII only; write it otherwise".to_owned();
    of(field, "characters", "ASCII", actual, message)
}

pub(crate) fn delimiter(field: &FieldSpec, character: char) -> Violation {
    let (shown, actual) = match field.sensitive {
        true => (field.forbid.to_owned(), MASK.to_owned()),
        false => (character.to_string(), character.to_string()),
    };
    let message = format!(
        "contains '{shown}', which separates the parts of the signed string: with it, two different payments could \
         have the same signature. Choose a value without it"
    );
    of(field, "delimiter", field.forbid, actual, message)
}

pub(crate) fn case_undecided(field: &FieldSpec, setting: &str) -> Violation {
    let message = format!(
        "has lower-case letters, and the sources disagree about them: the documentation and the shop plugins upper-case \
         this value before it is signed, the SDKs and samples sign it as it is. Send only upper-case letters and \
         digits, or set `{setting}` in the credentials to `upper` or `as-is`, whichever your account accepts"
    );
    of(field, "case-undecided", setting, "unset", message)
}

pub(crate) fn url(field: &FieldSpec, actual: String) -> Violation {
    let message = "isn't an absolute URL; write https:// followed by a host and a path, without spaces, \
                   backslashes or a user name"
        .to_owned();
    of(field, "url", "http or https URL", actual, message)
}

pub(crate) fn https(field: &FieldSpec) -> Violation {
    let message = "is a plain http URL, and production wants https; give the https address".to_owned();
    of(field, "https", "https", "http", message)
}

pub(crate) fn ill_formed(field: &FieldSpec, limit: &str, actual: String) -> Violation {
    let message = format!("isn't of the form: {limit}");
    of(field, "type", limit, actual, message)
}

pub(crate) fn positive(field: &FieldSpec, actual: String) -> Violation {
    let message = "must be more than zero".to_owned();
    of(field, "positive", "> 0", actual, message)
}

pub(crate) fn currency(field: &FieldSpec, named: &str, own: &str) -> Violation {
    let message = format!("is an amount of {own} in a message whose currency is {named}; use one currency");
    of(field, "currency", named, own, message)
}

pub(crate) fn code(field: &FieldSpec, codes: &[&str], actual: String) -> Violation {
    let limit = codes.join(", ");
    let message = "isn't in the list of codes; use one of those in the limit".to_owned();
    of(field, "code", limit, actual, message)
}

pub(crate) fn rule(field: &str, rule: &Rule, actual: String) -> Violation {
    Violation {
        field: field.to_owned(),
        rule: rule.id.to_owned(),
        limit: rule.then.to_owned(),
        actual,
        message: format!("must agree with: {} ({})", rule.then, rule.because),
        source: rule.source.to_owned(),
    }
}

pub(crate) fn credential(gateway: &str, spec: &CredentialSpec, rule: &str, limit: &str, actual: String) -> Violation {
    let message = match rule {
        "mandatory" => "the credentials lack it; copy it from the gateway's merchant portal".to_owned(),
        "control" => format!("contains the control character {actual}; copy it again without line breaks"),
        "type" => "must consist of digits only".to_owned(),
        "length" => format!("has {actual} characters, and at most {limit} are allowed; check what was copied"),
        _ => format!(
            "contains one of {limit}, which separates the parts of the signed string; ask the gateway for another one"
        ),
    };
    Violation {
        field: spec.name.to_owned(),
        rule: rule.to_owned(),
        limit: limit.to_owned(),
        actual,
        message,
        source: format!("{gateway}/gateway.yaml"),
    }
}

/// A name that the table doesn't have. `hint` is the name that was probably meant.
pub(crate) fn unknown_parameter(table: &str, name: &str, hint: Option<Hint>) -> Violation {
    let message = match hint {
        Some(Hint::Misspelling(right)) => {
            format!("the page misspells this name; send `{right}`")
        }
        Some(Hint::Nearest(near)) => format!("isn't a parameter of {table}; did you mean `{near}`?"),
        None => format!("isn't a parameter of {table}; leave it out"),
    };
    Violation {
        field: name.to_owned(),
        rule: "unknown-parameter".to_owned(),
        limit: String::new(),
        actual: String::new(),
        message,
        source: table.to_owned(),
    }
}

/// Which name was probably meant.
pub(crate) enum Hint {
    /// The page itself misspells it.
    Misspelling(&'static str),
    /// It differs in a letter or two.
    Nearest(&'static str),
}
