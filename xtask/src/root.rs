//! Finds the project's root, so that the commands work from any folder and without cargo's environment.

use std::path::{Path, PathBuf};

/// The nearest folder with a `Cargo.toml` beside a `spec/` folder: upwards from the current folder, else from the executable.
pub fn find() -> Result<PathBuf, String> {
    let starts = [std::env::current_dir(), std::env::current_exe()];
    starts.iter().flatten().find_map(|start| above(start)).ok_or_else(|| {
        "The project's root wasn't found: neither the current folder nor the executable lies below a folder that holds both \
         Cargo.toml and spec/. Run the command inside the project."
            .into()
    })
}

fn above(start: &Path) -> Option<PathBuf> {
    start
        .ancestors()
        .find(|folder| folder.join("Cargo.toml").is_file() && folder.join("spec").is_dir())
        .map(Path::to_path_buf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_found_from_a_folder_deep_inside() {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(above(&package.join("src/ingest")).as_deref(), package.parent());
    }

    #[test]
    fn there_is_no_root_above_the_file_systems_top() {
        assert_eq!(above(Path::new("/")), None);
    }
}
