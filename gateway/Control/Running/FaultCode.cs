using CoinRig.FrontEnd;
using CoinRig.Linux;
using Iot.Device.Ads1256;

namespace CoinRig.Control;

/// <summary>The event code of a fault.</summary>
static class FaultCode
{
    internal static string Of(Exception fault) => fault switch
    {
        SupervisionException supervision => supervision.Code,
        CellRefusedException => "cell-refused",
        ComplianceException => "compliance",
        OutputFaultException => "output-fault",
        ZeroFaultException => "zero-fault",
        RecordingFailedException => "recording-failed",
        Ads1256TimeoutException => "adc-silent",
        Ads1256Exception => "adc-fault",
        DeviceException => "device-fault",
        _ => "fault",
    };
}
