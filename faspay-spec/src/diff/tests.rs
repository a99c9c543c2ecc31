//! Pairing and comparing, by hand-made rows.
