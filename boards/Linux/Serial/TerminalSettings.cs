using System.Runtime.InteropServices;

namespace CoinRig.Linux;

/// <summary>struct termios2 (asm-generic/termbits.h): modes of a terminal, its control characters and its speed.</summary>
[StructLayout(LayoutKind.Explicit, Size = 44)]
unsafe struct TerminalSettings
{
    [FieldOffset(0)] internal uint InputModes;
    [FieldOffset(4)] internal uint OutputModes;
    [FieldOffset(8)] internal uint ControlModes;
    [FieldOffset(12)] internal uint LocalModes;
    [FieldOffset(16)] internal byte LineDiscipline;
    [FieldOffset(17)] internal fixed byte Characters[19];
    [FieldOffset(36)] internal uint InputSpeed;
    [FieldOffset(40)] internal uint OutputSpeed;

    /// <summary>Bytes as they are: 8 bits, no parity, one stop bit, nothing echoed, translated or held back; modem lines ignored, and left as they are at the end.</summary>
    /// <param name="baud">Bits per second.</param>
    internal static TerminalSettings Raw(int baud)
    {
        var settings = new TerminalSettings
        {
            ControlModes = SerialRequests.EightBits | SerialRequests.Receives | SerialRequests.IgnoresModemLines | SerialRequests.SpeedByNumber,
            InputSpeed = (uint)baud,
            OutputSpeed = (uint)baud,
        };
        // With a least number of 0 a line that is gone could not be told from one on which nothing comes.
        settings.Characters[SerialRequests.LeastNumber] = 1;
        return settings;
    }
}
