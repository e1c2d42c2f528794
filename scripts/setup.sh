# Sourced by scripts/run and scripts/test: what both need before they build.
# It installs Debian packages that are missing and chooses the build folder.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ -f "$HOME/.cargo/env" ]; then . "$HOME/.cargo/env"; fi
if ! command -v cargo >/dev/null; then
    echo "Rust is missing: install Rust 1.95 or newer (https://rustup.rs), then start this again." >&2
    exit 1
fi

# One build folder outside the checkout, so that a fresh clone need not build Bevy again.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/liyi/target}"
mkdir -p "$CARGO_TARGET_DIR"

# need PACKAGE…: installs those that are missing, on systems that have apt.
need() {
    command -v dpkg-query >/dev/null || return 0
    local missing=()
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local sudo=""
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Missing packages: ${missing[*]}. Install them as root: apt-get install ${missing[*]}" >&2
            exit 1
        fi
        sudo=sudo
    fi
    echo "Installing ${missing[*]} …"
    $sudo apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# A linker, and what Bevy links to or loads: sound, gamepads, both window systems, a software Vulkan.
need build-essential pkg-config libasound2-dev libudev-dev libwayland-dev \
    libxkbcommon-dev libxkbcommon-x11-0 libx11-6 libx11-xcb1 libxcursor1 libxi6 libxrandr2 \
    libvulkan1 mesa-vulkan-drivers
