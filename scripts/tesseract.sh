#!/bin/sh
# Tesseract is the second OCR engine. Installed where that needs no question; else one line says how.
command -v tesseract >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    if { apt-get update -qq && apt-get install -y -qq --no-install-recommends tesseract-ocr; } >/dev/null 2>&1; then
        exit 0
    fi
fi
case "$(uname -s)" in
    Darwin) line="brew install tesseract" ;;
    *) line="sudo apt-get install tesseract-ocr" ;;
esac
echo "Tesseract is not installed; RapidOCR reads the cards. For the second engine: $line" >&2
exit 0
