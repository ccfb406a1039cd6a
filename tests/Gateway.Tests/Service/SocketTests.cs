using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace CoinRig.Gateway.Tests;

/// <summary>The socket of a service: its owner's alone, and deaf to nonsense.</summary>
[TestClass]
public sealed class SocketTests
{
    [TestMethod]
    public async Task Socket_IsItsOwnersByMode()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Inconclusive("a socket of Linux");
            return;
        }
        await using var served = await ServedRig.StartAsync("mqtt: off\nboards: [{profile: reference}]");
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(served.SocketPath));
    }

    [TestMethod]
    public async Task AnotherUser_IsRefused()
    {
        using var folder = new TempFolder();
        uint? seen = null;
        await using var server = SocketServer.Listen(folder.File("s"), _ => Encoding.UTF8.GetBytes("{}"), socket =>
        {
            seen = PeerUser.Of(socket);
            return false;
        });
        using var client = SocketClient.Open(server.Path);
        var refused = Assert.ThrowsExactly<RefusedException>(() => client.Ask(new Request { Do = "status" }));
        StringAssert.Contains(refused.Message, "another user");
        Assert.AreEqual(PeerUser.Own, seen);
    }

    [TestMethod]
    public async Task SecondService_OnTheSameSocket_IsRefused_AndADeadOnesIsReplaced()
    {
        using var folder = new TempFolder();
        var path = folder.File("s");
        using (var dead = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            dead.Bind(new UnixDomainSocketEndPoint(path));
        }
        var stale = Assert.ThrowsExactly<RefusedException>(() => SocketClient.Open(path));
        StringAssert.Contains(stale.Message, File.Exists(path) ? "is gone" : "No CoinRig serves");
        await using var server = SocketServer.Listen(path, _ => Encoding.UTF8.GetBytes("{}"));
        StringAssert.Contains(Assert.ThrowsExactly<RefusedException>(() => SocketServer.Listen(path, _ => [])).Message, "Another CoinRig serves");
    }

    [TestMethod]
    public void NobodyThere_SaysWhatToDo() => Called.With("status", "--socket", "no-such-socket").AssertRefused(ExitCode.Failed, "start one with 'coinrig serve RIG.yaml'");

    [TestMethod]
    public async Task Nonsense_IsAnsweredInWords_AndTheServiceGoesOn()
    {
        await using var served = await ServedRig.StartAsync("mqtt: off\nboards: [{profile: reference}]");
        var letters = OneOf("{", "}", "[", "]", "\"", ":", ",", "do", "status", "mark", "queue-add", "order", "channel", "1", "-5", "1e400", "null", "true", "\\u0000", "é", " ", "queue-move", "entry", "place");
        var line = Gen.OneOf(letters.Array[0, 40].Select(l => Encoding.UTF8.GetBytes(string.Concat(l))), Gen.Byte.Array[0, 200].Select(b => b.Where(c => c != (byte)'\n').ToArray()),
            Gen.Select(OneOf("status", "pause", "mark", "stop", "skip", "continue", "queue-add", "queue-move", "queue-remove", "queue-list", "x"), Gen.Int[-3, 9], Gen.Int[-3, 9])
                .Select((what, channel, entry) => JsonSerializer.SerializeToUtf8Bytes(new { @do = what, channel, entry, place = entry, text = "x", order = new { channel, protocol_file = "a", protocol_text = "name: x", cell_file = "c", cell_text = "" } })));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(served.SocketPath));
        using var reader = new StreamReader(new NetworkStream(socket));
        line.Sample(bytes =>
        {
            socket.Send([.. bytes, (byte)'\n']);
            var answer = reader.ReadLine();
            Assert.IsNotNull(answer);
            Assert.AreEqual(JsonValueKind.Object, JsonDocument.Parse(answer).RootElement.ValueKind);
        }, iter: 500, threads: 1);
        Assert.AreEqual(ExitCode.Done, served.Call("status").ExitCode);
    }

    static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    [TestMethod]
    public async Task LineWithoutEnd_EndsItsConnectionAlone()
    {
        await using var served = await ServedRig.StartAsync("mqtt: off\nboards: [{profile: reference}]");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(served.SocketPath));
        try
        {
            for (var sent = 0; sent < 2 * SocketServer.LongestLine;)
            {
                sent += socket.Send(new byte[65536]);
            }
        }
        catch (SocketException)
        {
            // The service has had enough.
        }
        Assert.AreEqual(ExitCode.Done, served.Call("status").ExitCode);
    }
}
