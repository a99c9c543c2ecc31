//! The contract of `docs/compatibility.md` as data: what each kind of change means for code that runs today, for the source
//! that uses the generated crate, and for what the library refuses. `judge` picks a case; a test holds the two tables together.

use std::fmt;

/// One row of the contract.
#[derive(Debug, PartialEq, Eq)]
pub struct Case {
    /// The row's name.
    pub id: &'static str,
    /// What happens to code that runs today, before anybody upgrades.
    pub running: Running,
    /// What happens to source that uses the generated crate, on the upgrade.
    pub source: Source,
    /// What happens to what the library refuses or lists, on the upgrade.
    pub validation: Validation,
    /// All told.
    pub impact: Impact,
    /// The step of the generated crate's version.
    pub step: Step,
    /// The sentence that explains.
    pub means: &'static str,
}

/// All told, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Impact {
    /// A merchant has to act.
    Breaking,
    /// A merchant may act.
    Additive,
    /// Nothing to do.
    Compatible,
}

/// Code that runs today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Running {
    /// May fail from the day on which the gateway does what the page says.
    Breaks,
    /// Goes on.
    Fine,
}

/// Source that uses the generated crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// No longer compiles.
    Breaks,
    /// Compiles, and there is something new to use.
    Grows,
    /// Compiles, and there is nothing new.
    Same,
}

/// What the library refuses when sending, and lists when receiving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Validation {
    /// Something is refused that wasn't.
    Tighter,
    /// Nothing new is refused, and something no longer is.
    Looser,
    /// The same things.
    Same,
}

/// The step of the generated crate's version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Source breaks, or what was sent is refused.
    Major,
    /// Something is new, or no longer refused.
    Minor,
    /// Neither.
    Patch,
}

macro_rules! words {
    ($($ty:ident { $($variant:ident => $word:literal),* })*) => {$(
        impl $ty {
            /// The word for it in reports and in the contract.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl fmt::Display for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.word())
            }
        }
    )*};
}

words! {
    Impact { Breaking => "breaking", Additive => "additive", Compatible => "compatible" }
    Running { Breaks => "breaks", Fine => "fine" }
    Source { Breaks => "breaks", Grows => "grows", Same => "same" }
    Validation { Tighter => "tighter", Looser => "looser", Same => "same" }
    Step { Major => "major", Minor => "minor", Patch => "patch" }
}

macro_rules! contract {
    ($($name:ident $id:literal $running:ident $source:ident $validation:ident $impact:ident $step:ident $means:literal)*) => {
        $(pub(super) static $name: Case = Case {
            id: $id,
            running: Running::$running,
            source: Source::$source,
            validation: Validation::$validation,
            impact: Impact::$impact,
            step: Step::$step,
            means: $means,
        };)*

        /// Every row, in the order of `docs/compatibility.md`.
        pub static CONTRACT: &[&Case] = &[$(&$name),*];
    };
}

contract! {
    REQUEST_MANDATORY_ADDED "request-mandatory-added" Breaks Breaks Tighter Breaking Major
        "Requests without the new parameter are refused, and the struct has a member that every merchant must fill."
    REQUEST_OPTIONAL_ADDED "request-optional-added" Fine Grows Looser Additive Minor
        "There is one more parameter that may be given."
    REQUEST_CONDITIONAL_ADDED "request-conditional-added" Breaks Grows Looser Breaking Minor
        "Requests without the new parameter may be refused under a condition that the table doesn't give; the spec must state it, or state that it is undocumented."
    REQUEST_FIRST_OPTIONAL "request-first-optional-added" Fine Breaks Looser Breaking Major
        "There is one more parameter that may be given, and the struct gets its first part for such parameters, which every merchant must fill."
    REQUEST_REMOVED "request-removed" Breaks Breaks Tighter Breaking Major
        "The parameter is no longer known: the gateway may ignore or refuse it, and the struct's member is gone."
    REQUEST_LENGTH_TIGHTENED "request-length-tightened" Breaks Same Tighter Breaking Major
        "Values that were accepted are refused now, by the gateway and by the library before sending."
    REQUEST_LENGTH_LOOSENED "request-length-loosened" Fine Same Looser Compatible Minor
        "Values may be longer than before; what was accepted still is."
    REQUEST_TYPE "request-type-changed" Breaks Breaks Tighter Breaking Major
        "The value is of another kind: the gateway may refuse what was accepted, and the struct's member has another type."
    REQUEST_TYPE_FREED "request-type-freed" Fine Breaks Looser Breaking Major
        "Any text is accepted where only some was; requests go on, but the struct's member has another type."
    REQUEST_TYPE_NARROWED "request-type-narrowed" Breaks Same Tighter Breaking Major
        "Values of the old kind are refused now, by the gateway and by the library before sending."
    REQUEST_TYPE_WIDENED "request-type-widened" Fine Same Looser Compatible Minor
        "More values are accepted than before; what was accepted still is."
    REQUEST_TYPE_RESPELLED "request-type-respelled" Fine Same Same Compatible Patch
        "The new type is checked like the old one."
    REQUEST_NEEDED "request-optional-to-mandatory" Breaks Breaks Tighter Breaking Major
        "Requests without the parameter are refused now, and the struct's member moves to those that every merchant must fill."
    REQUEST_NO_LONGER_NEEDED "request-mandatory-to-optional" Fine Breaks Looser Breaking Major
        "The parameter may be left out now; requests that carry it go on, but the struct's member moves to the optional ones."
    REQUEST_NEEDED_AT_TIMES "request-optional-to-conditional" Breaks Same Same Breaking Patch
        "Requests without the parameter may be refused under a condition that the table doesn't give; the spec must state it, and the library then refuses them too."
    REQUEST_FREE "request-conditional-to-optional" Fine Same Looser Compatible Minor
        "The parameter may always be left out now."
    REQUEST_STILL_FREE "request-undocumented-to-optional" Fine Same Same Compatible Patch
        "The parameter may always be left out now; the library, which knew no condition, has always let it be."
    STATED "stated" Fine Same Same Compatible Patch
        "The spec states this by itself or corrects it already, so the library doesn't change; look whether the statement is still needed."
    TYPE_UNKNOWN "type-unknown" Breaks Breaks Tighter Breaking Major
        "The new type doesn't say how a value is to be checked; the spec must, before anything is generated."
    FILLED_MANDATORY_ADDED "filled-mandatory-added" Breaks Same Same Breaking Minor
        "The gateway wants a parameter that the library fills in by itself from the version on that knows it; older ones leave it out."
    FILLED_ADDED "filled-added" Fine Same Same Additive Minor
        "The library fills in one more parameter by itself."
    FILLED_REMOVED "filled-removed" Fine Same Same Compatible Minor
        "The library fills in this parameter by itself and will leave it out; nobody's code gives it."
    FILLED_CHANGED "filled-changed" Fine Same Same Compatible Patch
        "The library fills in this parameter by itself; nobody's code gives it."
    FILLED_TOO_LONG "filled-too-long" Breaks Same Same Breaking Patch
        "The text that the spec fixes for this parameter is longer than the page now allows; the spec must change."
    RESPONSE_ADDED "response-added" Fine Grows Looser Additive Minor
        "There is one more value to read; older versions keep it among the unknown ones."
    RESPONSE_MANDATORY_ADDED "response-mandatory-added" Fine Grows Tighter Additive Minor
        "There is one more value to read, and the library lists a missing one as a problem; older versions keep it among the unknown ones."
    RESPONSE_REMOVED "response-removed" Breaks Breaks Tighter Breaking Major
        "The value no longer comes, and the function that reads it is gone; should it come, it is among the unknown ones."
    RESPONSE_LENGTH_LOOSENED "response-length-loosened" Breaks Same Same Breaking Patch
        "Longer values may come than merchants have made room for; the library takes them as they are."
    RESPONSE_LENGTH_TIGHTENED "response-length-tightened" Fine Same Same Compatible Patch
        "Values come that are shorter than before, which fit wherever the old ones did."
    RESPONSE_TYPE "response-type-changed" Breaks Breaks Tighter Breaking Major
        "A value of another kind comes, and the function that reads it gives another type."
    RESPONSE_TYPE_FREED "response-type-freed" Breaks Breaks Looser Breaking Major
        "Any text may come where only some did, and the function that reads it gives another type."
    RESPONSE_TYPE_SAME "response-type-respelled" Fine Same Same Compatible Patch
        "The new type is read like the old one."
    RESPONSE_MAY_LACK "response-mandatory-to-optional" Breaks Same Looser Breaking Patch
        "The value may be missing now, and the library no longer lists that as a problem."
    RESPONSE_COMES "response-optional-to-mandatory" Fine Same Tighter Compatible Patch
        "The value always comes now, and the library lists a missing one as a problem."
    RESPONSE_PRESENCE_SAME "response-optional-conditional" Fine Same Same Compatible Patch
        "The value may still be missing."
    UNUSED "unused" Fine Same Same Compatible Patch
        "No operation or message of the spec takes up this row."
    TABLE_ADDED "table-added" Fine Same Same Additive Patch
        "Nothing is sent or read differently until an operation or a message is made of the table."
    TABLE_REMOVED "table-removed" Breaks Breaks Tighter Breaking Major
        "What is made of the table can't be generated any more: the operations and messages go, or the table is kept by hand."
    TABLE_UNUSED "table-removed-unused" Fine Same Same Compatible Patch
        "Nothing is made of the table."
}
