using System.Runtime.InteropServices;
using CoinRig.EmulatedKernel;
using CoinRig.FrontEnd;

namespace CoinRig.Bench;

/// <summary>null_chips.c behind the interposer: what is left of a scan is the program, its way into the kernel and the kernel's way back.</summary>
static unsafe class NullChips
{
    const double Volts = 3.7, Amperes = 50e-6;
    const int ArgumentAt = 16;

    static nint _library;

    /// <summary>Puts the chips behind the device files.</summary>
    /// <returns>Null; or why that cannot be done here.</returns>
    internal static string? Install(BoardProfile profile)
    {
        if (Interposer.WhyNot is { } reason)
        {
            return reason;
        }
        if (CCompiler.Load("null_chips.c", out _library) is { } failure)
        {
            return failure;
        }
        var channel = profile.Channels[0];
        ((delegate* unmanaged<int, int, int, void>)Function("null_chips"))(channel.VoltageInputs.Positive, Code(Volts * profile.VoltageAmplifierGain, 1),
            Code(Amperes * channel.Ranges[0].ShuntOhms, channel.Ranges[0].AdcGain));
        Interposer.Register(Function("null_open"), Function("null_access"), Function("null_close"), Function("null_control"));
        return null;

        int Code(double volts, int gain) => (int)(volts * gain / (2 * profile.AdcReferenceVolts) * 0x7F_FFFF);
    }

    /// <summary>Writes down the calls of something, to be made again bare.</summary>
    internal static BareCall[] CallsOf(Action something)
    {
        var record = (delegate* unmanaged<int, void>)Function("null_record");
        record(1);
        something();
        record(0);
        var call = (delegate* unmanaged<int, byte*>)Function("null_call");
        return [.. Enumerable.Range(0, ((delegate* unmanaged<int>)Function("null_call_count"))()).Select(i => BareCall.At((nint)call(i)))];
    }

    static nint Function(string name) => NativeLibrary.GetExport(_library, name);

    /// <summary>One ioctl with its argument, which lies where nothing moves.</summary>
    internal readonly record struct BareCall(int Descriptor, nuint Request, nint Argument)
    {
        internal static BareCall At(nint call) => new(Marshal.ReadInt32(call), (nuint)Marshal.ReadInt64(call, 8), call + ArgumentAt);

        /// <summary>Whether it is a message of the SPI bus.</summary>
        internal bool IsMessage => (Request & 0xFFFF) == 0x6B00;
    }

    /// <summary>Makes the calls and nothing else.</summary>
    internal static void Repeat(BareCall[] calls, int times)
    {
        var control = (delegate* unmanaged<int, nuint, nint, int>)Interposer.ControlFunction;
        for (var i = 0; i < times; i++)
        {
            foreach (var call in calls)
            {
                if (control(call.Descriptor, call.Request, call.Argument) < 0)
                {
                    throw new InvalidOperationException("a call failed");
                }
            }
        }
    }
}
