@echo off
title Resultatplan
"%~dp0python\python.exe" -c "import os, platformdirs; folder = platformdirs.user_documents_path() / 'Resultatplan'; folder.mkdir(parents=True, exist_ok=True); os.chdir(folder); from department.cli import main; main()" desk %*
if errorlevel 1 pause
