using System.ComponentModel;
using System.Diagnostics;

namespace CoinRig.EmulatedKernel;

/// <summary>The machine's C compiler.</summary>
public static class CCompiler
{
    /// <summary>Compiles.</summary>
    /// <returns>Null where that went well; else why not.</returns>
    public static string? Run(params string[] arguments)
    {
        try
        {
            using var compiler = Process.Start(new ProcessStartInfo("gcc", arguments) { RedirectStandardError = true })!;
            var said = compiler.StandardError.ReadToEnd();
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? null : $"gcc: {said}";
        }
        catch (Win32Exception)
        {
            return "there is no C compiler (gcc with the C library's headers)";
        }
    }
}
