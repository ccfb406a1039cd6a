namespace CoinRig.Gateway.Tests;

/// <summary>A rig that only remembers what it was asked for.</summary>
sealed class RecordingRig : IRigCommands
{
    public object? Asked { get; private set; }

    public Exception? Throws { get; init; }

    public int Run(RunOptions options, Screen screen, CancellationToken stop, CancellationToken leave) => Remember(options);

    public int Publish(PublishOptions options, Screen screen, CancellationToken stop) => Remember(options);

    public int Doctor(DoctorOptions options, Screen screen, CancellationToken stop) => Remember(options);

    public int SelfTest(SelfTestOptions options, Screen screen, CancellationToken stop) => Remember(options);

    public int Resume(ResumeOptions options, Screen screen, CancellationToken stop, CancellationToken leave) => Remember(options);

    public int Supervisor(SupervisorOptions options, Screen screen, CancellationToken stop) => Remember(options);

    public int Demo(DemoOptions options, Screen screen, CancellationToken stop) => Remember(options);

    int Remember(object options)
    {
        Asked = options;
        return Throws is null ? ExitCode.Done : throw Throws;
    }
}
