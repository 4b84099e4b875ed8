@"%~dp0python\python.exe" -c "from department.cli import main; main()" %*
