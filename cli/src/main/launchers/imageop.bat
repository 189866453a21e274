@echo off
rem Runs the imageop command, with the Java of JAVA_HOME or of the PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
for %%j in ("%~dp0..\imageop-cli-*.jar") do set "jar=%%~fj"
"%java%" -jar "%jar%" %*
exit /b %ERRORLEVEL%
