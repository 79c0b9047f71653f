#!/bin/sh
# Makes weakties/demo/fonts again: the families of THIRD_PARTY.md from the npm packages named there,
# each cut to the letters that an invented card may carry. Needs npm, and pyftsubset on the PATH
# (pip install fonttools). None of the families reserves the name that it goes by, so a cut font may
# keep it (OFL 1.1, condition 3).
set -eu
cd "$(dirname "$0")/.."
fonts=$PWD/weakties/demo/fonts
words=$PWD/weakties/demo/print/cjk.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Basic Latin to Latin Extended-B, combining marks, Vietnamese, punctuation, currency, letter-like.
latin='U+0020-024F,U+0300-036F,U+1E00-1EFF,U+2010-2027,U+2030-203A,U+20A0-20BF,U+2116,U+2122,U+2190-2193'

unpack() { # package version
    (cd "$work" && npm pack --silent "@expo-google-fonts/$1@$2" >/dev/null &&
        mkdir -p "$1" && tar xzf "expo-google-fonts-$1-$2.tgz" -C "$1" &&
        mkdir -p "$fonts/$1" && cp "$1/package/LICENSE_FONT" "$fonts/$1/OFL.txt")
}

subset() { # package file-in-package option...
    package=$1
    file=$2
    shift 2
    pyftsubset "$work/$package/package/$file" --output-file="$fonts/$package/$(basename "$file")" \
        --no-hinting --layout-features='' --name-IDs='*' "$@"
}

latin_family() { # package version weight...
    package=$1
    unpack "$package" "$2"
    shift 2
    for weight in "$@"; do
        subset "$package" "$weight/$(basename "$work/$package/package/$weight/"*.ttf)" \
            "--unicodes=$latin"
    done
}

cjk_family() { # package version language
    unpack "$1" "$2"
    # The sections of one language and the punctuation, without their headings.
    awk -v lang="$3" '/^\[/ { keep = index($0, "[" lang) || /^\[punct/; next } keep && !/^#/' \
        "$words" >"$work/characters"
    awk 'BEGIN { for (i = 32; i < 127; i++) printf "%c", i }' >>"$work/characters"
    for weight in 400Regular 700Bold; do
        subset "$1" "$weight/$(basename "$work/$1/package/$weight/"*.ttf)" \
            "--text-file=$work/characters" "--unicodes=U+00A0-00FF,U+2013,U+2014,U+2019"
    done
}

latin_family inter 0.4.2 400Regular 600SemiBold
latin_family montserrat 0.4.2 400Regular 700Bold
latin_family nunito 0.4.2 400Regular 700Bold
latin_family eb-garamond 0.4.3 400Regular 600SemiBold
latin_family crimson-pro 0.4.2 400Regular 700Bold
latin_family bitter 0.4.2 400Regular 700Bold
latin_family barlow-condensed 0.4.1 400Regular 600SemiBold
latin_family oswald 0.4.2 400Regular 600SemiBold
latin_family caveat 0.4.2 700Bold
latin_family jetbrains-mono 0.4.1 400Regular 700Bold
cjk_family noto-sans-jp 0.4.3 ja
cjk_family noto-sans-sc 0.4.3 zh
