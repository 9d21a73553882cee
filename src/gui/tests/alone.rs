//! A test in a process of its own, which may be denied what all tests of a process share: room on the disk, and the
//! rights of the administrator.

use std::{
    fs,
    path::Path,
    process::{Command, id},
};

/// Says that the process is for one test alone.
const ALONE: &str = "PEACE_PLAN_EXPLORER_TEST_ALONE";

/// Where Linux keeps files in memory.
const IN_MEMORY: &str = "/dev/shm";

/// A user without any rights.
const NOBODY: &str = "65534";

/// True in the process that was started for the test.
pub(crate) fn is_so() -> bool {
    std::env::var_os(ALONE).is_some()
}

/// Runs a test in a process of its own: one that does not die where the disk is full, and that is not the administrator,
/// who may write everywhere.
pub fn run(test: &str) {
    let program = std::env::current_exe().unwrap();
    let as_nobody = ["setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"];
    let is_root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"]);
    command.args(as_nobody.iter().filter(|_| is_root));
    command.arg(program).args(["--exact", test, "--nocapture"]).env(ALONE, "1");
    if Path::new(IN_MEMORY).is_dir() {
        // Every file is synced, which a disk takes its time for.
        command.env("TMPDIR", IN_MEMORY);
    }
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert!(output.status.success() && said[0].contains("1 passed"), "{}{}", said[0], said[1]);
}

/// From now on no file of this process can grow, or all can again.
pub(crate) fn fill_the_disk(on: bool) {
    assert!(is_so(), "other tests want room");
    let limit = if on { "--fsize=0:unlimited" } else { "--fsize=unlimited:unlimited" };
    let done = Command::new("prlimit").args(["--pid", &id().to_string(), limit]).status().unwrap();
    assert!(done.success());
}

/// A folder may only be read from now on, or written to again.
pub(crate) fn set_read_only(folder: &Path, on: bool) {
    assert!(is_so(), "the administrator may write everywhere");
    let mut permissions = fs::metadata(folder).unwrap().permissions();
    permissions.set_readonly(on);
    fs::set_permissions(folder, permissions).unwrap();
}
