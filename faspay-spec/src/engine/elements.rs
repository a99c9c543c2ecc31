//! Judges a list that a caller gives as JSON: how many elements there are, and each one beside the elements' own table, as if it were a
//! small request. Requests and the sandbox's view of them both come through here.

use super::Context;
use super::check::{Sheet, Violation, out_of_bounds};
use super::expr::Facts;
use super::nested::{Element, written};
use crate::model::{Field, Gateway, Operation, Type};

/// The violations of a list, and its text as it goes over the wire when there are none. `message` is what conditions are about.
pub(super) fn judge(
    operation: (&Gateway, &Operation, &Context),
    list: &Field,
    text: &str,
    message: &dyn Facts,
) -> (Vec<Violation>, Option<String>) {
    let (Type::List { fields, min, max }, Some(elements)) = (&list.ty, super::value::elements(text)) else {
        return (Vec::new(), None);
    };
    let mut violations = Vec::from_iter(out_of_bounds(list, elements.len(), *min, *max, "elements"));
    let mut objects = Vec::new();
    for (at, members) in elements.iter().enumerate() {
        let element = Element::of(fields, members);
        let mut sheet = Sheet::of_element(operation, fields, &element, message);
        let mut own: Vec<Violation> =
            sheet.cells.iter_mut().flat_map(|cell| std::mem::take(&mut cell.violations)).collect();
        own.extend(element.unknown.iter().map(|name| sheet.unknown(name)));
        let place = format!("{}[{at}].", list.name);
        violations.extend(own.into_iter().map(|found| Violation {
            message: format!("{place}{}", found.message),
            field: format!("{place}{}", found.field),
            ..found
        }));
        objects.push(written(fields, &sheet.texts(&mut |_| None)));
    }
    let printed = violations.is_empty().then(|| format!("[{}]", objects.join(",")));
    (violations, printed)
}
