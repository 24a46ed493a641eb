@echo off
rem Starts two services with the agent, sends a handful of requests and shows the lines of both by request.
rem   run [--text] [--all]     SIDELIGHT_JAR names another agent jar
setlocal
set "HERE=%~dp0"
set "AGENT=%HERE%..\agent\assembly\target\sidelight-agent.jar"
if defined SIDELIGHT_JAR set "AGENT=%SIDELIGHT_JAR%"
set "ORDERS=%HERE%orders\target\orders.jar"
set "INVENTORY=%HERE%inventory\target\inventory.jar"
set MISSING=
if not exist "%ORDERS%" set MISSING=1
if not exist "%INVENTORY%" set MISSING=1
set JAVA_TOOL_OPTIONS=
set JDK_JAVA_OPTIONS=
set _JAVA_OPTIONS=
pushd "%HERE%.." || exit /b 2
if not exist "%AGENT%" (
  call mvn -q -B -DskipTests -pl agent/assembly -am package 1>&2 || (popd & exit /b 2)
)
if defined MISSING (
  call mvn -q -B -DskipTests -pl demo-apps/orders,demo-apps/inventory package 1>&2 || (popd & exit /b 2)
)
popd
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" "%HERE%Demo.java" "%AGENT%" "%ORDERS%" "%INVENTORY%" %*
exit /b %ERRORLEVEL%
