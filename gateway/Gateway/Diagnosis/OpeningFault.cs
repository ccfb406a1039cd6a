using System.Numerics;
using CoinRig.Linux;
using CoinRig.Supervision;
using Iot.Device.Ads1256;

namespace CoinRig.Gateway;

/// <summary>What is wrong where a board could not be opened, or failed while it was measured.</summary>
static class OpeningFault
{
    /// <summary>More wrong bits than this in all registers are not a disturbance that passes.</summary>
    const int FewBits = 3;

    /// <summary>The fault behind an exception.</summary>
    internal static Finding Of(Exception e) => e is RefusedException { InnerException: { } inner } ? Of(inner) : new(0, CodeOf(e), Plain(e));

    static string CodeOf(Exception e) => e switch
    {
        Ads1256DataReadyException => "drdy-stuck",
        Ads1256TimeoutException => "adc-silent",
        Ads1256IdentityException { Found: 0 or 15 } => "adc-silent",
        Ads1256IdentityException => "chip-id",
        Ads1256RegisterException registers => WrongBits(registers.Mismatches) <= FewBits ? "bus-glitches" : "registers-changed",
        Ads1256CalibrationException => "adc-calibration",
        DeviceException device => CodeOf(device),
        SupervisorException => "supervisor-silent",
        _ => "fault",
    };

    static string CodeOf(DeviceException e) => e.Error switch
    {
        ErrorNumber.Busy => e.Message.StartsWith("GPIO", StringComparison.Ordinal) ? "line-busy" : "spi-busy",
        ErrorNumber.AccessDenied or ErrorNumber.NotPermitted => "no-permission",
        ErrorNumber.NoSuchFile or ErrorNumber.NoSuchAddress or ErrorNumber.NoSuchDevice => "spi-off",
        0 when e.Message.StartsWith("GPIO:", StringComparison.Ordinal) => "gpio-missing",
        _ => "device",
    };

    static int WrongBits(IReadOnlyList<RegisterMismatch> mismatches) => mismatches.Sum(m => BitOperations.PopCount((uint)(m.Expected ^ m.Found)));

    static string Plain(Exception e) => e is RefusedException ? e.Message : e.Message.ReplaceLineEndings(" ");
}
