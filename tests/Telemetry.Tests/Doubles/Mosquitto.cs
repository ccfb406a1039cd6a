using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace CoinRig.Telemetry.Tests.Doubles;

/// <summary>Debian's mosquitto and mosquitto_sub, on a free loopback port; only processes started here are ended.</summary>
sealed class Mosquitto : IAsyncDisposable
{
    static readonly string[] Folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];

    Process? _broker;

    Mosquitto(int port) => Address = new BrokerAddress("127.0.0.1", port);

    public BrokerAddress Address { get; }

    public static string Find(string program) => Folders.Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists) ?? Missing(program);

    public static async Task<Mosquitto> StartAsync(CancellationToken stop)
    {
        var mosquitto = new Mosquitto(ForeignBroker.FreePort());
        await mosquitto.StartAgainAsync(stop);
        return mosquitto;
    }

    public async Task StartAgainAsync(CancellationToken stop)
    {
        _broker = Run("mosquitto", ["-p", Address.Port.ToString(CultureInfo.InvariantCulture)]);
        while (!await AnswersAsync(stop))
        {
            Assert.IsFalse(_broker.HasExited, "mosquitto ended at once");
        }
    }

    public async Task KillAsync()
    {
        if (_broker is { HasExited: false })
        {
            _broker.Kill();
            await _broker.WaitForExitAsync();
        }
        _broker?.Dispose();
        _broker = null;
    }

    /// <summary>Starts mosquitto_sub; it writes a topic, a space and the payload a line.</summary>
    public static Process Subscribe(BrokerAddress broker, params string[] filters) => Run("mosquitto_sub",
        ["-h", broker.Host, "-p", broker.Port.ToString(CultureInfo.InvariantCulture), "-q", "1", "-v", .. filters.SelectMany(f => new[] { "-t", f })]);

    public async ValueTask DisposeAsync() => await KillAsync();

    static Process Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, e) => Console.Error.WriteLine($"{program}: {e.Data}");
        process.BeginErrorReadLine();
        return process;
    }

    async Task<bool> AnswersAsync(CancellationToken stop)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(Address.Host, Address.Port, stop);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static string Missing(string program)
    {
        Assert.Inconclusive($"{program} is not installed: apt-get install mosquitto mosquitto-clients");
        return "";
    }
}
