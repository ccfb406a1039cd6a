using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

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

    /// <summary>Compiles a file beside the program into a library and loads it.</summary>
    /// <param name="source">The file's name.</param>
    /// <param name="library">The library.</param>
    /// <returns>Null where that went well; else why not.</returns>
    public static string? Load(string source, out nint library)
    {
        library = 0;
        var folder = Directory.CreateTempSubdirectory("coinrig-c");
        try
        {
            var path = Path.Combine(folder.FullName, "lib.so");
            var failure = Run("-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o", path, Path.Combine(AppContext.BaseDirectory, source));
            library = failure is null ? NativeLibrary.Load(path) : 0;
            return failure;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
