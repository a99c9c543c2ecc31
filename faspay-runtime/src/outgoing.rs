//! One message on its way out: its table, its values, and what surrounds them. Every door that sends (typed and by
//! name) makes one of these and asks it the same questions: what is wrong, what is each field's final text, what is
//! signed, what is expected to come back.

use crate::amount::Scaled;
use crate::date::read_day;
use crate::secret::MASK;
use crate::sign::{HEX_LEN, Hasher, to_hex};
use crate::table::{By, Case, FieldSpec, Kind, Part, RequestTable, Signing};
use crate::value::Value;
use crate::view::currency_of;
use crate::{Amount, Clock, Credentials, Currency, Environment, Expected, SettingValue, SignedCase};

pub(crate) struct Outgoing<'a> {
    pub(crate) table: &'static RequestTable,
    pub(crate) environment: &'a Environment,
    /// Unknown when a message is only validated.
    pub(crate) credentials: Option<&'a dyn Credentials>,
    pub(crate) clock: Clock,
    /// By field index; at least as many as the table has fields.
    pub(crate) values: &'a [Value<'a>],
}

/// A field as it goes over the wire.
pub(crate) enum Final<'a> {
    /// It is left off.
    Absent,
    /// A value, printed by its kind.
    Value(Kind, Value<'a>),
    /// A text as it stands.
    Text(&'a str),
    /// A digest in hexadecimal.
    Hex([u8; HEX_LEN]),
}

impl<'a> Outgoing<'a> {
    /// The fields with their specs, in wire order.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (u8, &'static FieldSpec)> {
        (0u8..).zip(self.table.fields)
    }

    /// What was given for a field; for a currency, else that of its amount.
    #[inline]
    pub(crate) fn given(&self, index: u8, by: By) -> Value<'a> {
        match by {
            By::CurrencyOf(amount) => currency_of(self.values, usize::from(index), amount),
            _ => self.values.get(usize::from(index)).copied().unwrap_or(Value::Absent),
        }
    }

    /// A credential, when it is known and not empty.
    pub(crate) fn credential(&self, index: u8) -> Option<&'a str> {
        self.credentials?.get(usize::from(index)).filter(|text| !text.is_empty())
    }

    /// Whether the setting that decides about sending this credential is made, and how.
    pub(crate) fn sends(&self, credential: u8) -> Option<bool> {
        let spec = self.table.gateway.credentials.get(usize::from(credential))?;
        let Some(setting) = spec.sent_by else {
            return Some(true);
        };
        match self.credentials?.setting(usize::from(setting))? {
            SettingValue::Send(send) => Some(send),
            SettingValue::Case(_) => None,
        }
    }

    /// How a setting says that signed text is cased.
    pub(crate) fn case(&self, setting: u8) -> Option<SignedCase> {
        match self.credentials?.setting(usize::from(setting))? {
            SettingValue::Case(case) => Some(case),
            SettingValue::Send(_) => None,
        }
    }

    /// What goes over the wire for a field. Ask only when the message has been checked.
    #[inline]
    pub(crate) fn settle(&self, index: u8, field: &'static FieldSpec) -> Final<'a> {
        match field.by {
            By::Caller | By::CurrencyOf(_) => match self.given(index, field.by) {
                Value::Absent => Final::Absent,
                value => Final::Value(field.kind, value),
            },
            By::Fixed(text) => Final::Text(text),
            By::Credential(credential) => match self.credential(credential) {
                Some(text) if self.sends(credential) != Some(false) => Final::Text(text),
                _ => Final::Absent,
            },
            By::Signature(signing) => Final::Hex(self.sign(signing)),
        }
    }

    fn sign(&self, signing: &Signing) -> [u8; HEX_LEN] {
        let mut hasher = Hasher::new(signing.digest);
        self.string_to_sign(signing, &mut |text, upper, _| {
            if upper {
                hasher.feed_upper(text.as_bytes());
            } else {
                hasher.feed(text.as_bytes());
            }
        });
        to_hex(&hasher.finish())
    }

    /// The string that is signed, with `***` for what is sensitive.
    pub(crate) fn masked_string_to_sign(&self, signing: &Signing) -> String {
        let mut masked = String::new();
        self.string_to_sign(signing, &mut |text, upper, sensitive| {
            if sensitive {
                masked.push_str(MASK);
            } else if upper {
                masked.extend(text.chars().map(|letter| letter.to_ascii_uppercase()));
            } else {
                masked.push_str(text);
            }
        });
        masked
    }

    /// Gives the pieces of the string: text, whether it is upper-cased, whether it is sensitive.
    fn string_to_sign(&self, signing: &Signing, out: &mut impl FnMut(&str, bool, bool)) {
        for part in signing.parts {
            match *part {
                Part::Text(text) => out(text, false, false),
                Part::Credential(index, case) => {
                    let sensitive = self.is_secret(By::Credential(index));
                    let text = self.credential(index).unwrap_or_default();
                    out(text, self.is_upper(case), sensitive);
                }
                Part::Field(index, case) => {
                    let Some(field) = self.table.fields.get(usize::from(index)) else {
                        continue;
                    };
                    let upper = self.is_upper(case);
                    let sensitive = field.sensitive || self.is_secret(field.by);
                    let out = &mut |text: &str| out(text, upper, sensitive);
                    match field.by {
                        // Signed also when the form leaves it off.
                        By::Credential(credential) => {
                            out(self.credential(credential).unwrap_or_default());
                        }
                        By::Fixed(text) => out(text),
                        By::Caller | By::CurrencyOf(_) => {
                            print(field.kind, self.given(index, field.by), out);
                        }
                        By::Signature(_) => {}
                    }
                }
            }
        }
    }

    /// Whether a field shows a credential that must not be shown.
    pub(crate) fn is_secret(&self, by: By) -> bool {
        let By::Credential(index) = by else {
            return false;
        };
        let spec = self.table.gateway.credentials.get(usize::from(index));
        spec.is_some_and(|spec| spec.sensitive)
    }

    fn is_upper(&self, case: Case) -> bool {
        match case {
            Case::AsIs => false,
            Case::Upper => true,
            Case::Setting(setting) => self.case(setting) == Some(SignedCase::Upper),
        }
    }

    /// What must come back for this to count as paid.
    pub(crate) fn expected(&self) -> Option<Expected> {
        let asks = self.table.asks?;
        let order = self.text_of(asks.order)?;
        let field = self.table.fields.get(usize::from(asks.amount))?;
        let amount = match (field.kind, self.given(asks.amount, field.by)) {
            (_, Value::Amount(amount)) => *amount,
            (Kind::Amount { decimals, .. }, Value::Text(text)) => {
                let currency = Currency::new(&self.text_of(asks.currency)?).ok()?;
                Scaled::read(text, decimals)?.amount(currency)?
            }
            _ => return None,
        };
        Some(Expected::new(order, amount))
    }

    /// The printed text of a field that isn't a signature.
    fn text_of(&self, index: u8) -> Option<String> {
        let field = self.table.fields.get(usize::from(index))?;
        self.settle(index, field).into_text()
    }

    /// The amount's own currency when it was given as money.
    pub(crate) fn currency_text(&self, index: u8) -> Option<&'a str> {
        let field = self.table.fields.get(usize::from(index))?;
        match (field.by, self.given(index, field.by)) {
            (By::Fixed(text), _) | (By::Caller | By::CurrencyOf(_), Value::Text(text)) => Some(text),
            _ => None,
        }
    }
}

impl Final<'_> {
    /// The text, when the field isn't left off.
    pub(crate) fn into_text(self) -> Option<String> {
        let mut text = String::new();
        match self {
            Self::Absent => return None,
            Self::Text(settled) => text.push_str(settled),
            Self::Value(kind, value) => print(kind, value, &mut |piece| text.push_str(piece)),
            Self::Hex(digits) => text.extend(digits.map(char::from)),
        }
        Some(text)
    }
}

/// The canonical text of a value, in pieces: amounts with their decimals, days with two digits.
#[inline]
pub(crate) fn print(kind: Kind, value: Value<'_>, out: &mut impl FnMut(&str)) {
    match (kind, value) {
        (_, Value::Absent) => {}
        (Kind::Amount { decimals, .. }, Value::Text(text)) => match Scaled::read(text, decimals) {
            Some(scaled) => scaled.print(out),
            None => out(text),
        },
        (Kind::DayList { .. }, Value::Text(text)) => {
            let days = text.split(',').map(read_day);
            if days.clone().all(|day| day.is_some()) {
                print_days(days.flatten(), out);
            } else {
                out(text);
            }
        }
        (_, Value::Text(text)) => out(text),
        (_, Value::Integer(number)) => Scaled::whole(number).print(out),
        (_, Value::Amount(amount)) => print_amount(kind, amount, out),
        (_, Value::Date(date)) => date.print(out),
        (_, Value::Days(days)) => print_days(days.days().iter().copied(), out),
    }
}

fn print_amount(kind: Kind, amount: &Amount, out: &mut impl FnMut(&str)) {
    let scaled = match kind {
        Kind::Amount { decimals, .. } => Scaled::of(amount, decimals),
        _ => None,
    };
    // An amount that the table can't print shows its own decimals, in a violation.
    scaled.unwrap_or_else(|| Scaled::own(amount)).print(out);
}

fn print_days(days: impl Iterator<Item = u8>, out: &mut impl FnMut(&str)) {
    for (place, day) in days.enumerate() {
        let digits = [b',', b'0' + day / 10 % 10, b'0' + day % 10];
        let text = std::str::from_utf8(&digits).unwrap_or_default();
        out(text.get(usize::from(place == 0)..).unwrap_or_default());
    }
}
