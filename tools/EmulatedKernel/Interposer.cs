using System.Device.Spi;
using System.Runtime.InteropServices;
using CoinRig.Linux;

namespace CoinRig.EmulatedKernel;

/// <summary>Compiles interposer.c and points the C library calls of our device files, and of the SPI library's, to it. Once a process.</summary>
public static unsafe class Interposer
{
    static readonly Lazy<string?> Installed = new(Install);
    static nint _library;

    /// <summary>Why it cannot be used here; null where it can. The first use installs it.</summary>
    public static string? WhyNot => Installed.Value;

    /// <summary>Makes each ioctl on an emulated device enter the real kernel first, on an open descriptor of /dev/null; -1 for not.</summary>
    public static void EnterKernelOn(int descriptor) =>
        ((delegate* unmanaged<int, void>)NativeLibrary.GetExport(_library, "interposer_enter"))(descriptor);

    /// <summary>The address of the interposed ioctl, for a baseline that calls it bare.</summary>
    public static nint ControlFunction => NativeLibrary.GetExport(_library, "ioctl");

    /// <summary>Hands the calls to functions of a library instead of a <see cref="Kernel"/>.</summary>
    /// <param name="open">int (const char *path).</param>
    /// <param name="access">int (const char *path).</param>
    /// <param name="close">int (int descriptor).</param>
    /// <param name="control">int (int descriptor, unsigned long request, void *argument).</param>
    public static void Register(nint open, nint access, nint close, nint control) =>
        ((delegate* unmanaged<nint, nint, nint, nint, void>)NativeLibrary.GetExport(_library, "interposer_register"))(open, access, close, control);

    static string? Install()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "device files are emulated on Linux only";
        }
        if (CCompiler.Load("interposer.c", out _library) is { } failure)
        {
            return failure;
        }
        delegate* unmanaged<byte*, int> open = &OnOpen, access = &OnAccess;
        delegate* unmanaged<int, int> close = &OnClose;
        delegate* unmanaged<int, nuint, void*, int> control = &OnControl;
        Register((nint)open, (nint)access, (nint)close, (nint)control);
        NativeLibrary.SetDllImportResolver(typeof(DeviceFile).Assembly, Resolve);
        NativeLibrary.SetDllImportResolver(typeof(SpiDevice).Assembly, Resolve);
        return null;
    }

    static nint Resolve(string name, System.Reflection.Assembly assembly, DllImportSearchPath? path) => name == "libc" ? _library : 0;

    [UnmanagedCallersOnly]
    static int OnOpen(byte* path) => Kernel.Current is { } kernel ? kernel.Open(Text(path)) : -ErrorNumber.NoSuchFile;

    [UnmanagedCallersOnly]
    static int OnAccess(byte* path) => Kernel.Current is { } kernel && kernel.Has(Text(path)) ? 0 : -ErrorNumber.NoSuchFile;

    [UnmanagedCallersOnly]
    static int OnClose(int descriptor) => Kernel.Current?.Close(descriptor) ?? 0;

    [UnmanagedCallersOnly]
    static int OnControl(int descriptor, nuint request, void* argument) =>
        Kernel.Current?.Control(descriptor, (uint)request, argument) ?? -ErrorNumber.NoSuchDevice;

    static string Text(byte* path) => Marshal.PtrToStringUTF8((nint)path)!;
}
