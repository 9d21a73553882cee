#!/bin/sh
# Puts the program, its icon and its menu entry where this user's desktop finds them. No administrator is needed.
#   install.sh              into ~/.local
#   install.sh /usr/local   for everybody (as root)
#   install.sh --remove [FOLDER]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
remove=
[ "${1:-}" = --remove ] && { remove=yes; shift; }
prefix=${1:-$HOME/.local}

cd "$here"
find bin share -type f | while read -r file; do
  if [ -n "$remove" ]; then
    rm -f "$prefix/$file"
  else
    mkdir -p "$prefix/$(dirname "$file")"
    cp "$file" "$prefix/$file"
  fi
done
# Desktops notice the rest by themselves.
if command -v update-mime-database >/dev/null; then update-mime-database "$prefix/share/mime" || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database "$prefix/share/applications" || true; fi
[ -n "$remove" ] && { echo "Removed from $prefix."; exit 0; }
echo "Installed: $prefix/bin/peace-plan-explorer"
case ":$PATH:" in *":$prefix/bin:"*) ;; *) echo "The menu has it. For a terminal, add $prefix/bin to PATH." ;; esac
