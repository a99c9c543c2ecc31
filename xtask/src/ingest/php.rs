//! Reads a sample request from a block of PHP: the array of pairs that it posts, with everything constant folded into texts.
//! Only a small part of PHP is understood; what goes beyond it gives no sample and says why, never a guess.

mod fold;
mod lex;

use std::collections::BTreeSet;

use faspay_spec::page::{Sample, SampleValue};

use fold::{Env, Value};
use lex::Token;

/// A sample, and its source in our own form: what the facts need and nothing else.
#[derive(Debug, PartialEq, Eq)]
pub struct Read {
    pub sample: Sample,
    pub normalised: String,
}

/// The array that the sample posts.
struct Posted<'a> {
    name: &'a str,
    pairs: Vec<(String, SampleValue)>,
    written: &'a [Token],
}

/// Reads a block of PHP. `Err` says what isn't understood.
pub fn read(id: &str, source: &str) -> Result<Read, String> {
    let tokens = lex::tokens(source)?;
    let statements = statements(&tokens)?;
    let mut env = Env::default();
    let mut array: Option<Posted> = None;
    let mut assignments: Vec<(&str, &[Token])> = Vec::new();
    for statement in statements {
        let name = match statement {
            [Token::Variable(name), ..] => Some(name.as_str()),
            _ => None,
        };
        if let Some(Posted { name, .. }) = array
            && changes(statement, name)
        {
            return Err(format!("${name} is changed after its array"));
        }
        match (name, statement) {
            (Some(name), [_, Token::Punct("="), value @ ..]) if is_pairs(value) => {
                if array.is_some() {
                    return Err("there is more than one array of pairs".into());
                }
                array = Some(Posted { name, pairs: pairs(value, &env)?, written: value });
            }
            (Some(name), [_, Token::Punct("="), value @ ..]) => {
                let value_read = env.fold(value);
                env.set(name, value_read);
                if array.is_none() {
                    assignments.push((name, value));
                }
            }
            (None, [Token::Word(word), ..])
                if word.eq_ignore_ascii_case("echo") || word.eq_ignore_ascii_case("print") => {}
            // Anything else may change every variable that it mentions.
            _ => {
                for name in variables(statement) {
                    env.set(name, Err(format!("${name} is set in a way that isn't understood")));
                }
            }
        }
    }
    let Posted { pairs, written, .. } = array.ok_or("there is no array of pairs")?;
    let action = action(&tokens, &env);
    let normalised = normalise(&assignments, written, action.as_deref());
    Ok(Read { sample: Sample { id: id.to_owned(), action, pairs }, normalised })
}

/// The statements: up to a semicolon outside of brackets, or a closing brace.
fn statements(tokens: &[Token]) -> Result<Vec<&[Token]>, String> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Punct("(" | "[" | "{") => depth += 1,
            Token::Punct(")" | "]" | "}") => depth = depth.checked_sub(1).ok_or("a bracket closes that didn't open")?,
            _ => {}
        }
        let ends = matches!(token, Token::Punct(";" | "}")) && depth == 0;
        if ends {
            found.push(&tokens[start..index]);
            start = index + 1;
        }
    }
    if depth > 0 {
        return Err("a bracket opens that doesn't close".into());
    }
    found.push(&tokens[start..]);
    found.retain(|statement| !statement.is_empty());
    Ok(found)
}

/// Whether a statement may change the posted array: it assigns to it or to a place in it, or sorts, cuts or extends it.
fn changes(statement: &[Token], posted: &str) -> bool {
    let mutates = |word: &str| {
        let word = word.to_ascii_lowercase();
        word.ends_with("sort")
            || ["shuffle", "array_push", "array_pop", "array_shift", "array_unshift", "array_splice", "array_walk"]
                .contains(&word.as_str())
    };
    (0..statement.len()).any(|index| {
        let before = |steps: usize| index.checked_sub(steps).and_then(|index| statement.get(index));
        let assigned = matches!(statement.get(index + 1), Some(Token::Punct("=" | ".=" | "[" | "+")));
        let referred = matches!(before(1), Some(Token::Punct("&")));
        let mutated = matches!(before(2), Some(Token::Word(word)) if mutates(word));
        matches!(&statement[index], Token::Variable(name) if name == posted) && (assigned || referred || mutated)
    })
}

fn variables(tokens: &[Token]) -> impl Iterator<Item = &str> {
    tokens.iter().filter_map(|token| match token {
        Token::Variable(name) => Some(name.as_str()),
        _ => None,
    })
}

fn is_pairs(value: &[Token]) -> bool {
    let opens = matches!(value, [Token::Word(word), Token::Punct("("), ..] if word.eq_ignore_ascii_case("array"))
        || matches!(value, [Token::Punct("["), ..]);
    opens && value.contains(&Token::Punct("=>"))
}

/// The items of `array("KEY" => expression, …)` or `["KEY" => expression, …]`.
fn items(value: &[Token]) -> Result<Vec<&[Token]>, String> {
    let inner = match value {
        [Token::Word(_), Token::Punct("("), inner @ .., Token::Punct(")")] => inner,
        [Token::Punct("["), inner @ .., Token::Punct("]")] => inner,
        _ => return Err("the array of pairs is part of a larger expression".into()),
    };
    let mut items = fold::split(inner, ",");
    if items.last().is_some_and(|item| item.is_empty()) {
        items.pop();
    }
    Ok(items)
}

fn pairs(value: &[Token], env: &Env) -> Result<Vec<(String, SampleValue)>, String> {
    let mut seen = BTreeSet::new();
    let mut pairs = Vec::new();
    for item in items(value)? {
        let [Token::Text(key), Token::Punct("=>"), expression @ ..] = item else {
            return Err("an item of the array isn't a pair with a text as its key".into());
        };
        if !seen.insert(key) {
            return Err(format!("the array has {key} twice"));
        }
        let value = env
            .fold(expression)
            .and_then(Value::into_text)
            .map_err(|reason| format!("the value of {key}: {reason}"))?;
        pairs.push((key.clone(), value));
    }
    Ok(pairs)
}

/// Where the form goes: the one `action='…'` among the texts. None, or several that differ, give none.
fn action(tokens: &[Token], env: &Env) -> Option<String> {
    let texts = tokens.iter().filter_map(|token| match token {
        Token::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let found: BTreeSet<String> = texts.chain(env.texts()).filter_map(action_in).collect();
    let mut found = found.into_iter();
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

fn action_in(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("action")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let (address, _) = rest[1..].split_once(quote)?;
    (!address.is_empty()).then(|| address.to_owned())
}

/// The assignments that the pairs need, the form's address and the pairs, in our own layout.
fn normalise(assignments: &[(&str, &[Token])], written: &[Token], action: Option<&str>) -> String {
    let mut needed: BTreeSet<&str> = variables(written).collect();
    let mut lines = Vec::new();
    for (name, value) in assignments.iter().rev() {
        if needed.contains(name) {
            needed.extend(variables(value));
            lines.push(format!("${name} = {};\n", lex::written(value)));
        }
    }
    lines.reverse();
    let mut out = format!("<?php\n{}", lines.concat());
    if let Some(action) = action {
        out += &format!("$form = {};\n", lex::quoted(&format!("<form action=\"{action}\">")));
    }
    out += "$post = array(\n";
    for item in items(written).unwrap_or_default() {
        out += &format!("    {},\n", lex::written(item));
    }
    out += ");\n?>\n";
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(source: &str) -> Sample {
        read("php", source).unwrap().sample
    }

    fn text(text: &str) -> SampleValue {
        SampleValue::Text(text.into())
    }

    #[test]
    fn constants_fold_and_the_time_stays_open() {
        let sample = sample(
            r#"<?php // a comment
            $mid = 'shop'; $n = number_format(5000,2,".",""); $t = date("YmdHis");
            $s = sha1('##'.strtoupper($mid).'##'.$t.'##'.$n.'##0##');
            $form = "<form method='post' action='https://h.example/pay'>";
            $post = array("A" => '', "B" => $mid.'-'.1, "T" => $t, "S" => $s, "M" => md5($mid),);
            if ($post != null) { foreach ($post as $k => $v) { $form .= '<i name="'.$k.'">'; } }
            echo $form; ?>"#,
        );
        let joined = vec![text("##SHOP##"), SampleValue::Now("YmdHis".into()), text("##5000.00##0##")];
        let expected = [
            ("A", text("")),
            ("B", text("shop-1")),
            ("T", SampleValue::Now("YmdHis".into())),
            ("S", SampleValue::Sha1(Box::new(SampleValue::Join(joined)))),
            ("M", SampleValue::Md5(Box::new(text("shop")))),
        ];
        assert_eq!(sample.pairs, expected.map(|(key, value)| (key.to_owned(), value)));
        assert_eq!(sample.action.as_deref(), Some("https://h.example/pay"));
    }

    #[test]
    fn what_is_not_understood_gives_no_sample() {
        for (source, reason) in [
            ("$p = array('A' => uniqid());", "uniqid"),
            ("$p = array('A' => $x);", "$x"),
            ("$p = array('A' => \"a $x\");", "variable inside a text"),
            ("$p = array('A' => 1 + 1);", "+"),
            ("$p = array('A' => 010);", "010"),
            ("$p = array('A' => 1.50);", "1.50"),
            ("$p = array('A' => 'a', 'A' => 'b');", "twice"),
            ("$p = array('A' => 'a'); $p['B'] = 'b';", "changed"),
            ("$p = array('A' => 'a'); if ($x) { $p = 'c'; }", "changed"),
            ("$p = array('A' => 'a'); ksort($p);", "changed"),
            ("$p = array('A' => 'a'); $q = array('A' => 'a');", "more than one"),
            ("$p = array('a');", "no array"),
            ("$a = 'x'; if (1) { $a = 'y'; } $p = array('A' => $a);", "isn't understood"),
            ("$a = 'x'; $a .= 'y'; $p = array('A' => $a);", "isn't understood"),
            ("$p = array('A' => number_format(1.005, 2));", "round"),
            ("$p = array('A' => strtoupper(date('D')));", "strtoupper"),
            ("$p = array('A' => 'a'", "bracket"),
            ("$p = array('A' => 'a);", "text"),
            ("$p = array('A' => (1);", "bracket"),
        ] {
            let message = read("php", source).unwrap_err();
            assert!(message.contains(reason), "{source}: {message}");
        }
    }

    #[test]
    fn an_assignment_that_no_pair_uses_may_be_anything() {
        assert_eq!(sample("$x = uniqid(); $p = ['A' => 'a'];").pairs, [("A".into(), text("a"))]);
    }

    #[test]
    fn our_own_form_of_a_sample_reads_the_same() {
        let source = "<?php $note = 'words of theirs'; $copy = $note; $m = 'it\\'s \\\\'; /* c */ $p = array('A' => $m.\"x\\ty\"); echo \"<form action='/x'>\"; ?>";
        let first = read("php", source).unwrap();
        let second = read("php", &first.normalised).unwrap();
        assert_eq!(first, second);
        assert!(!first.normalised.contains("theirs"));
    }

    #[test]
    fn forms_that_go_to_different_places_give_no_action() {
        assert_eq!(sample("echo \"<form action='/x'>\"; echo \"<form action='/y'>\"; $p = ['A' => 'a'];").action, None);
    }
}
