//! Puts entries into `CHANGELOG.md`: under `Changed` of the version that isn't released yet, which is made when it is missing.

/// The file, relative to the project's root.
pub const FILE: &str = "CHANGELOG.md";

/// The changelog with the entries.
///
/// # Errors
/// No version in it is unreleased.
pub fn with(text: &str, entries: &[String]) -> Result<String, String> {
    let lines: Vec<&str> = text.lines().collect();
    let is_version = |line: &&str| line.starts_with("## ");
    let open = |line: &&str| is_version(line) && line.to_ascii_lowercase().contains("unreleased");
    let Some(start) = lines.iter().position(open) else {
        return Err(format!(
            "{FILE} has no section for what isn't released: add `## [Unreleased]` above the versions."
        ));
    };
    let end = lines[start + 1..].iter().position(is_version).map_or(lines.len(), |next| start + 1 + next);
    let section = &lines[start..end];
    let block = entries.concat();
    let (at, new) = match section.iter().position(|line| *line == "### Changed") {
        // Behind the last line of that part.
        Some(head) => {
            let part = section[head + 1..].iter().position(|line| line.starts_with("### ")).map(|next| head + 1 + next);
            let last = section[..part.unwrap_or(section.len())].iter().rposition(|line| !line.trim().is_empty());
            let last = last.unwrap_or(head);
            (start + last + 1, if last == head { format!("\n{block}") } else { block })
        }
        None => {
            let last = section.iter().rposition(|line| !line.trim().is_empty()).unwrap_or_default();
            (start + last + 1, format!("\n### Changed\n\n{block}"))
        }
    };
    let join = |lines: &[&str]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    Ok(join(&lines[..at]) + &new + &join(&lines[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Vec<String> {
        vec!["- new\n".to_owned()]
    }

    #[test]
    fn the_part_is_made_when_it_is_missing() {
        let text = "# Changelog\n\n## [0.2.0] – unreleased\n\n### Added\n\n- a\n\n## [0.1.0]\n\n### Changed\n\n- old\n";
        let wanted = "# Changelog\n\n## [0.2.0] – unreleased\n\n### Added\n\n- a\n\n### Changed\n\n- new\n\n## [0.1.0]\n\n### Changed\n\n- old\n";
        assert_eq!(with(text, &entry()).unwrap(), wanted);
    }

    #[test]
    fn entries_follow_those_that_are_there() {
        let text = "## [Unreleased]\n\n### Changed\n\n- a\n\n### Fixed\n\n- b\n";
        let once = "## [Unreleased]\n\n### Changed\n\n- a\n- new\n\n### Fixed\n\n- b\n";
        assert_eq!(with(text, &entry()).unwrap(), once);
    }

    #[test]
    fn without_an_open_version_there_is_no_place() {
        assert!(with("## [0.1.0]\n", &entry()).unwrap_err().contains("[Unreleased]"));
    }
}
