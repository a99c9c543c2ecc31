//! Money as an integer of minor units plus a currency, and the two directions of its text form. Merchants make an
//! [`Amount`]; the checker and the parser use the functions below for amounts that were given as text.

use crate::print::Sink;
use std::fmt;

/// An amount of money. No floating point anywhere: `Amount::idr(5_000)` is Rp 5,000 and goes out as `5000.00` where a
/// table prints two decimals.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amount {
    minor: u64,
    currency: Currency,
}

impl Amount {
    /// Whole rupiah.
    ///
    /// # Panics
    /// When it has more than 17 digits: no such amount of rupiah exists.
    #[must_use]
    #[expect(clippy::panic, reason = "an amount in the source code, not one that arrived")]
    pub const fn idr(rupiah: u64) -> Self {
        match rupiah.checked_mul(100) {
            Some(minor) => Self { minor, currency: Currency::IDR },
            None => panic!("more rupiah than an amount can hold"),
        }
    }

    /// So many of the currency's smallest ISO 4217 units: cents for USD, sen for IDR, whole yen for JPY, fils for KWD.
    #[must_use]
    pub const fn from_minor(minor: u64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Reads an amount as a table with `decimals` decimals writes it: an integer, or exactly that many decimals.
    ///
    /// # Errors
    /// Anything else: signs, exponents, separators, spaces, leading zeros, digits that aren't ASCII, more than 15 digits
    /// before the point, and decimals that the currency doesn't have.
    pub fn parse(text: &str, decimals: u32, currency: Currency) -> Result<Self, AmountError> {
        let scaled = Scaled::read(text, decimals).ok_or(AmountError::Text { decimals })?;
        scaled.amount(currency).ok_or(AmountError::Decimals { currency })
    }

    /// In the currency's smallest units.
    #[must_use]
    pub const fn minor(&self) -> u64 {
        self.minor
    }

    /// Its currency.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    pub(crate) fn currency_text(&self) -> crate::Value<'_> {
        crate::Value::Text(self.currency.as_str())
    }

    /// As a table with `decimals` decimals prints it.
    ///
    /// # Errors
    /// When the amount has more decimals than that, or is too large to be scaled.
    pub fn to_text(&self, decimals: u32) -> Result<String, AmountError> {
        let scaled = Scaled::of(self, decimals).ok_or(AmountError::Text { decimals })?;
        Ok(scaled.to_text())
    }
}

/// `IDR 5000.00`, with the currency's own decimals.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scaled = Scaled { units: self.minor, decimals: self.currency.exponent() };
        let mut text = String::new();
        scaled.print(&mut text);
        write!(f, "{} {text}", self.currency)
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why an amount can't be read or printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum AmountError {
    /// Not an integer and not a number with exactly these decimals, or too large.
    Text {
        /// What the table prints.
        decimals: u32,
    },
    /// The currency has fewer decimals than the text uses.
    Decimals {
        /// The currency.
        currency: Currency,
    },
}

impl fmt::Display for AmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { decimals: 0 } => f.write_str("not a whole number of at most 15 digits"),
            Self::Text { decimals } => {
                write!(f, "not an amount: write an integer or exactly {decimals} decimals")
            }
            Self::Decimals { currency } => {
                write!(f, "{currency} has only {} decimals, or the amount is too large", currency.exponent())
            }
        }
    }
}

impl std::error::Error for AmountError {}

/// An ISO 4217 currency code: three upper-case ASCII letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// Indonesian rupiah.
    pub const IDR: Self = Self(*b"IDR");

    /// A currency by its code.
    ///
    /// # Errors
    /// When it isn't three upper-case ASCII letters.
    pub const fn new(code: &str) -> Result<Self, CurrencyError> {
        match code.as_bytes() {
            [a, b, c] if a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_uppercase() => {
                Ok(Self([*a, *b, *c]))
            }
            _ => Err(CurrencyError(())),
        }
    }

    /// Its code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many decimals ISO 4217 gives it.
    #[must_use]
    pub const fn exponent(self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG" | b"RWF" | b"UGX"
            | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Not three upper-case ASCII letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurrencyError(());

impl fmt::Display for CurrencyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a currency is three upper-case letters, such as IDR")
    }
}

impl std::error::Error for CurrencyError {}

/// Most digits before the point in a text.
const INTEGRAL_DIGITS: usize = 15;

/// An amount in units of 10^-decimals, as a table with that many decimals writes it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scaled {
    pub(crate) units: u64,
    pub(crate) decimals: u32,
}

impl Scaled {
    /// The one grammar of amounts that are texts: an integer, or exactly `decimals` decimals.
    pub(crate) fn read(text: &str, decimals: u32) -> Option<Self> {
        let (whole, fraction) = match text.split_once('.') {
            Some((_, fraction)) if decimals == 0 || u32::try_from(fraction.len()) != Ok(decimals) => {
                return None;
            }
            Some(parts) => parts,
            None => (text, ""),
        };
        if whole.len() > INTEGRAL_DIGITS || (whole.len() > 1 && whole.starts_with('0')) {
            return None;
        }
        let mut units = digits(whole)?;
        if fraction.is_empty() {
            units = units.checked_mul(10u64.checked_pow(decimals)?)?;
        } else {
            units = units.checked_mul(10u64.checked_pow(decimals)?)?.checked_add(digits(fraction)?)?;
        }
        Some(Self { units, decimals })
    }

    /// The same by value, as JSON has numbers: fewer decimals, or more of them that are zero, are no other amount.
    pub(crate) fn of_value(text: &str, decimals: u32) -> Option<Self> {
        let Some((whole, fraction)) = text.split_once('.') else { return Self::read(text, decimals) };
        let counted = usize::try_from(decimals).ok()?.min(fraction.len());
        let (fraction, beyond) = fraction.split_at_checked(counted)?;
        let is_whole = fraction.is_empty() && beyond.is_empty();
        if is_whole || beyond.bytes().any(|byte| byte != b'0') {
            return None;
        }
        let scaled = Self::read(whole, decimals)?;
        if fraction.is_empty() {
            return Some(scaled);
        }
        let power = 10u64.checked_pow(decimals.checked_sub(u32::try_from(counted).ok()?)?)?;
        let units = scaled.units.checked_add(digits(fraction)?.checked_mul(power)?)?;
        Some(Self { units, decimals })
    }

    /// A typed amount, when it can be written with so many decimals.
    pub(crate) fn of(amount: &Amount, decimals: u32) -> Option<Self> {
        let units = rescale(amount.minor, amount.currency.exponent(), decimals)?;
        Some(Self { units, decimals })
    }

    /// A whole number.
    pub(crate) const fn whole(number: u64) -> Self {
        Self { units: number, decimals: 0 }
    }

    /// A typed amount with the decimals of its currency.
    pub(crate) const fn own(amount: &Amount) -> Self {
        Self { units: amount.minor, decimals: amount.currency.exponent() }
    }

    /// As an amount of this currency, when the currency has the decimals.
    pub(crate) fn amount(self, currency: Currency) -> Option<Amount> {
        let minor = rescale(self.units, self.decimals, currency.exponent())?;
        Some(Amount { minor, currency })
    }

    /// Whether every decimal beyond the first `exponent` is zero.
    pub(crate) fn fits(self, exponent: u32) -> bool {
        self.decimals <= exponent || rescale(self.units, self.decimals, exponent).is_some()
    }

    /// How many characters [`Scaled::print`] gives.
    pub(crate) fn printed_len(self) -> u32 {
        let digits = self.units.checked_ilog10().unwrap_or(0) + 1;
        if self.decimals == 0 { digits } else { digits.max(self.decimals + 1) + 1 }
    }

    /// The canonical text: always with the decimals.
    pub(crate) fn print(self, out: &mut impl Sink) {
        let mut buffer = [0; 24];
        let mut slots = buffer.iter_mut().rev();
        let mut left = self.units;
        if self.decimals > 0 {
            // Its last digits are the fraction.
            for _ in 0..self.decimals {
                put_digit(&mut slots, &mut left);
            }
            if let Some(slot) = slots.next() {
                *slot = b'.';
            }
        }
        put_digit(&mut slots, &mut left);
        while left > 0 {
            put_digit(&mut slots, &mut left);
        }
        let free = slots.len();
        out.digits(buffer.get(free..).unwrap_or_default());
    }

    pub(crate) fn to_text(self) -> String {
        let mut text = String::new();
        self.print(&mut text);
        text
    }

    /// Which of two amounts is larger, whatever their decimals.
    pub(crate) fn compare(self, other: Self) -> std::cmp::Ordering {
        let most = self.decimals.max(other.decimals);
        let widen = |side: Self| u128::from(side.units).saturating_mul(10u128.saturating_pow(most - side.decimals));
        widen(self).cmp(&widen(other))
    }
}

/// Writes the last digit of a number before the digits that are written already.
#[inline]
fn put_digit<'b>(slots: &mut impl Iterator<Item = &'b mut u8>, left: &mut u64) {
    if let Some(slot) = slots.next() {
        *slot = b'0' + (*left % 10).to_le_bytes()[0];
    }
    *left /= 10;
}

/// Only ASCII digits, at least one.
fn digits(text: &str) -> Option<u64> {
    if text.is_empty() {
        return None;
    }
    text.bytes().try_fold(0u64, |number, byte| {
        let digit = byte.is_ascii_digit().then(|| u64::from(byte - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

/// Moves the decimal point; `None` when digits would be lost or don't fit.
fn rescale(units: u64, from: u32, to: u32) -> Option<u64> {
    match to.checked_sub(from) {
        Some(more) => units.checked_mul(10u64.checked_pow(more)?),
        None => {
            let power = 10u64.checked_pow(from - to)?;
            units.is_multiple_of(power).then_some(units / power)
        }
    }
}

#[cfg(test)]
mod tests;
