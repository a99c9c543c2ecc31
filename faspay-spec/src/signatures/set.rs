//! Sets of characters: what one place of a signed value can hold. ASCII is a bit mask; everything beyond it is in or out
//! as a whole, but for characters that a recipe or a code list names.

use crate::model::Characters;

/// A set of characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Set {
    ascii: u128,
    /// Whether characters beyond ASCII are in, but for `named`.
    beyond: bool,
    /// Characters beyond ASCII of which the contrary holds.
    named: Vec<char>,
}

impl Set {
    /// Everything that a value may hold at all: no control characters.
    pub fn any() -> Self {
        let printable = (' '..='~').fold(0, |mask, c| mask | bit(c));
        Self { ascii: printable, beyond: true, named: Vec::new() }
    }

    /// What a text of such characters may hold.
    pub fn holding(characters: Characters) -> Self {
        let any = Self::any();
        if characters == Characters::Any {
            return any;
        }
        Self {
            ascii: (' '..='~').filter(|c| characters.holds(*c)).fold(0, |mask, c| mask | bit(c)),
            beyond: false,
            ..any
        }
    }

    /// These characters.
    pub fn of(chars: &str) -> Self {
        let mut set = Self { ascii: 0, beyond: false, named: Vec::new() };
        for c in chars.chars() {
            if c.is_ascii() {
                set.ascii |= bit(c);
            } else if !set.named.contains(&c) {
                set.named.push(c);
            }
        }
        set
    }

    /// This set without these characters.
    pub fn without(mut self, chars: &str) -> Self {
        for c in chars.chars() {
            if c.is_ascii() {
                self.ascii &= !bit(c);
            } else if self.contains(c) {
                if self.beyond {
                    self.named.push(c);
                } else {
                    self.named.retain(|own| *own != c);
                }
            }
        }
        self
    }

    /// What becomes of the set when ASCII letters are upper-cased.
    pub fn upper(&self) -> Self {
        let lower = ('a'..='z').fold(0, |mask, c| mask | bit(c));
        let raised = (self.ascii & lower) >> 32;
        Self { ascii: self.ascii & !lower | raised, ..self.clone() }
    }

    pub fn contains(&self, c: char) -> bool {
        if c.is_ascii() { self.ascii & bit(c) != 0 } else { self.beyond != self.named.contains(&c) }
    }

    /// How many ASCII characters are in it.
    pub fn ascii_count(&self) -> u32 {
        self.ascii.count_ones()
    }

    /// The characters beyond ASCII that it treats by name.
    pub fn named(&self) -> &[char] {
        &self.named
    }
}

fn bit(c: char) -> u128 {
    1 << (u32::from(c) & 127)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_hold_what_they_are_made_of() {
        let set = Set::any().without("#é");
        assert!(set.contains('A') && set.contains('ü') && set.contains(' '));
        assert!(!set.contains('#') && !set.contains('é') && !set.contains('\n'));
        let few = Set::of("aé#").without("#");
        assert!(few.contains('a') && few.contains('é') && !few.contains('#') && !few.contains('ü'));
    }

    #[test]
    fn upper_casing_is_ascii_only() {
        let raised = Set::of("az1é").upper();
        assert!(raised.contains('A') && raised.contains('Z') && raised.contains('1') && raised.contains('é'));
        assert!(!raised.contains('a') && !raised.contains('É'));
        assert_eq!(Set::any().upper().ascii_count(), 95 - 26);
    }
}
