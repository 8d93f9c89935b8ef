# gettext catalogs: *.po are kept, *.mo are made here.

compile_catalogs() {
    for source in webui/translations/*/LC_MESSAGES/*.po; do
        [ -f "$source" ] || continue
        compiled=${source%.po}.mo
        if [ ! -f "$compiled" ] || [ "$source" -nt "$compiled" ]; then
            .venv/bin/pybabel -q compile --input-file "$source" --output-file "$compiled"
        fi
    done
}
