using System.Net;
using System.Net.Sockets;
using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Runs;
using CoinRig.Telemetry;
using MQTTnet;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace CoinRig.Gateway.Tests;

/// <summary>What a person sees of the delivery of a run, to brokers that take it, take it a second time, or take nothing.</summary>
[TestClass]
public sealed class DeliveryTests
{
    [TestMethod]
    public async Task Publish_ToASecondBroker_DeliversToItToo()
    {
        using var folder = new TempFolder();
        var run = MadeUpRun.Make(folder.Path);
        using var first = await BrokerAsync();
        using var second = await BrokerAsync();
        StringAssert.Contains(Publish(run, first.Address).All, "Everything was delivered.");
        StringAssert.Contains(Publish(run, second.Address).All, "Everything was delivered.");
        Assert.AreEqual(first.Messages, second.Messages);
        Assert.IsGreaterThan(0, second.Messages);
        var again = Publish(run, second.Address);
        Assert.AreEqual(ExitCode.Done, again.ExitCode);
        StringAssert.Contains(again.Output, "Nothing was sent");
        StringAssert.Contains(again.Output, "--again");
    }

    /// <summary>Who measures does not care whether anybody can be told.</summary>
    [TestMethod]
    public async Task RunFileThatThePublisherCannotRead_IsToldOf_AndTheRunGoesOn()
    {
        using var folder = new TempFolder();
        RunHeader header;
        using (var made = RunFileReader.Open(MadeUpRun.Make(folder.Path)))
        {
            header = made.Header;
        }
        using var recorder = new Recorder(RunFile.Create(folder.File("gone"), header), new Feed(16), [], CommitRule.EverySecond);
        File.Delete(recorder.Path);
        var said = new List<string>();
        Assert.IsNull(await TelemetrySession.TryStartAsync(new(new Topics("lab", "rig"), null), recorder, header, new LiveState(), said.Add));
        StringAssert.Contains(said.Single(), $"'coinrig publish {recorder.Path}' delivers it later");
    }

    [TestMethod]
    public async Task Publish_ToOurOwnBroker_WaitsForWhoComesLater()
    {
        using var folder = new TempFolder();
        var run = MadeUpRun.Make(folder.Path);
        using var said = new Said();
        var publishing = Task.Run(() => CommandLineApp.Run(["publish", run], new Session(said, said, IsTerminal: false, new RigCommands())));
        var address = await said.AddressAsync();
        using var subscriber = new MqttClientFactory().CreateMqttClient();
        await subscriber.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer(address.Host, address.Port).Build());
        await subscriber.SubscribeAsync("coinrig/#", MqttQualityOfServiceLevel.AtLeastOnce);
        Assert.AreEqual(ExitCode.Done, await publishing, said.ToString());
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Stop_EndsTheDelivery(bool beforeTheDelivery)
    {
        using var folder = new TempFolder();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var stop = new CancellationTokenSource();
        if (beforeTheDelivery)
        {
            await stop.CancelAsync();
        }
        var cell = CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo"));
        var screen = new StopAtDelivery(stop);
        await RunSession.RunAsync(new RunRequest
        {
            Plan = ProtocolFile.Read(Document.Parse("name: t\nsteps:\n  - Rest for 1 minute\n", "t.yaml"), cell),
            Profile = BoardProfileFile.Load(Shipped.Boards.PathOf("reference")),
            Channel = 1,
            OnHardware = false,
            Seed = 1,
            Speed = double.PositiveInfinity,
            Directory = folder.Path,
            Telemetry = new(new Topics("lab", "rig"), new BrokerAddress("127.0.0.1", ((IPEndPoint)silent.LocalEndpoint).Port)),
        }, screen, stop.Token).WaitAsync(TimeSpan.FromSeconds(40));
        Assert.AreEqual(beforeTheDelivery ? 3 : 60, screen.Most.TotalSeconds);
    }

    /// <summary>A broker like any other, which counts what it takes.</summary>
    sealed class Broker(MqttServer server, BrokerAddress address) : IDisposable
    {
        int _messages;

        public BrokerAddress Address => address;

        public int Messages => _messages;

        public void Count() => Interlocked.Increment(ref _messages);

        public void Dispose() => server.Dispose();
    }

    static async Task<Broker> BrokerAsync()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var server = new MqttServerFactory().CreateMqttServer(new MqttServerOptionsBuilder().WithDefaultEndpoint()
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback).WithDefaultEndpointBoundIPV6Address(IPAddress.None).WithDefaultEndpointPort(port).Build());
        var broker = new Broker(server, new("127.0.0.1", port));
        server.InterceptingPublishAsync += _ =>
        {
            broker.Count();
            return Task.CompletedTask;
        };
        await server.StartAsync();
        return broker;
    }

    static Called Publish(string run, BrokerAddress broker) => Called.With(new RigCommands(), "publish", run, "--broker", broker.ToString());

    /// <summary>Somebody who presses Ctrl-C when the rest is to be delivered.</summary>
    sealed class StopAtDelivery(CancellationTokenSource stop) : IRunScreen
    {
        public TimeSpan Most { get; private set; }

        public void Begin(string path, string? telemetry)
        {
        }

        public void Update(LiveState live)
        {
        }

        public void Notice(string line)
        {
        }

        public void Delivering(TimeSpan most)
        {
            Most = most;
            stop.Cancel();
        }
    }

    /// <summary>Finds the broker's address in what the program says once it is connected.</summary>
    sealed class Said : StringWriter
    {
        readonly TaskCompletionSource<BrokerAddress> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<BrokerAddress> AddressAsync() => _address.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Split("connected to ") is [_, var address])
            {
                _address.TrySetResult(BrokerAddress.Parse(address.TrimEnd('.')));
            }
        }
    }
}
