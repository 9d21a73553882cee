/* peace-plan-explorer.com: starts peace-plan-explorer.exe for somebody who types in a console.
 *
 * The .exe belongs to no console, so that a double click opens its window alone. A console does not wait for such a
 * program, and Ctrl+C does not reach it. Where a name is typed without an ending, .com is taken before .exe: then this
 * program waits, hands over input, output and arguments as they are, and returns the exit code. */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

/* Ctrl+C is for the program that works; this one goes on waiting for it. */
static BOOL WINAPI leave_to_the_program(DWORD event) {
    (void)event;
    return TRUE;
}

static int complain(const wchar_t *what) {
    fwprintf(stderr, L"peace-plan-explorer.com: %ls (error %lu)\n", what, GetLastError());
    return 2;
}

int wmain(void) {
    static wchar_t path[32768];
    DWORD length = GetModuleFileNameW(NULL, path, 32768);
    wchar_t *dot = wcsrchr(path, L'.');
    if (length == 0 || length >= 32768 || dot == NULL) return complain(L"its own place is not known");
    wcscpy(dot, L".exe");

    SetConsoleCtrlHandler(leave_to_the_program, TRUE);
    STARTUPINFOW start = {.cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES};
    start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    PROCESS_INFORMATION process;
    if (!CreateProcessW(path, GetCommandLineW(), NULL, NULL, TRUE, 0, NULL, NULL, &start, &process))
        return complain(L"peace-plan-explorer.exe must lie beside it");
    WaitForSingleObject(process.hProcess, INFINITE);
    DWORD code = 2;
    GetExitCodeProcess(process.hProcess, &code);
    return (int)code;
}
