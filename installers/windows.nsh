; Offers Rounds in "Open with" for files that belong to other programs, and takes none of them over:
; Anki keeps its packages, an editor its text files. electron-builder associates .rounds itself.

!macro offerRounds EXT
  WriteRegNone SHELL_CONTEXT "Software\Classes\.${EXT}\OpenWithProgids" "Rounds.File"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".${EXT}" ""
!macroend

!macro withdrawRounds EXT
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.${EXT}\OpenWithProgids" "Rounds.File"
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Rounds.File" "" "Cards for Rounds"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Rounds.File\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Rounds.File\shell\open\command" "" '"$appExe" "%1"'
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\shell\open\command" "" '"$appExe" "%1"'
  !insertmacro offerRounds "apkg"
  !insertmacro offerRounds "colpkg"
  !insertmacro offerRounds "md"
  !insertmacro offerRounds "markdown"
  !insertmacro offerRounds "csv"
  !insertmacro offerRounds "tsv"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Rounds.File"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
  !insertmacro withdrawRounds "apkg"
  !insertmacro withdrawRounds "colpkg"
  !insertmacro withdrawRounds "md"
  !insertmacro withdrawRounds "markdown"
  !insertmacro withdrawRounds "csv"
  !insertmacro withdrawRounds "tsv"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend
