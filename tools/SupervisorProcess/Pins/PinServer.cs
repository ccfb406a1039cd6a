using System.Buffers.Binary;
using System.Device.Gpio;
using System.Device.Spi;
using System.Net.Sockets;
using System.Text;
using CoinRig.Twin;

namespace CoinRig.SupervisorProcess;

/// <summary>
/// Gives one gateway after the other the pins of a twin board. When a gateway is gone its lines keep their levels, the worse of the two things that a Pi may do.
/// </summary>
/// <param name="board">The board.</param>
/// <param name="turn">Held by whoever touches the board.</param>
/// <param name="path">The socket.</param>
sealed class PinServer(BoardTwin board, Lock turn, string path) : IDisposable
{
    readonly PinFrame _frame = new();
    readonly GpioController _gpio = new(board.Gpio);
    readonly HashSet<int> _open = [];
    SpiDevice _spi = board.Spi;

    /// <summary>Serves for good.</summary>
    internal void Run()
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
        while (true)
        {
            using var gateway = listener.Accept();
            try
            {
                Serve(gateway);
            }
            catch (SocketException)
            {
                // It was killed in the middle of a frame.
            }
            lock (turn)
            {
                foreach (var pin in _open)
                {
                    _gpio.ClosePin(pin);
                }
                _open.Clear();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gpio.Dispose();

    void Serve(Socket gateway)
    {
        while (_frame.Receive(gateway))
        {
            try
            {
                lock (turn)
                {
                    Do((PinOperation)_frame.Kind, _frame.Body);
                }
            }
            catch (Exception e) when (e is TimingViolationException or InvalidOperationException or ArgumentException)
            {
                var message = Encoding.UTF8.GetBytes(e.Message);
                message.CopyTo(_frame.Begin(1, message.Length));
            }
            _frame.Send(gateway);
        }
    }

    /// <summary>Does it; the answer is in the frame.</summary>
    void Do(PinOperation operation, Span<byte> body)
    {
        switch (operation)
        {
            case PinOperation.OpenSpi:
                _spi = board.OpenSpi(new(BinaryPrimitives.ReadInt32LittleEndian(body[8..]), BinaryPrimitives.ReadInt32LittleEndian(body[12..]))
                {
                    ClockFrequency = BinaryPrimitives.ReadInt32LittleEndian(body),
                    Mode = (SpiMode)BinaryPrimitives.ReadInt32LittleEndian(body[4..]),
                });
                _frame.Begin(0, 0);
                break;
            case PinOperation.Transfer:
                Span<byte> sent = stackalloc byte[body.Length];
                body.CopyTo(sent);
                _spi.TransferFullDuplex(sent, _frame.Begin(0, sent.Length));
                break;
            case PinOperation.OpenLine:
                _gpio.OpenPin(body[0]);
                _open.Add(body[0]);
                _frame.Begin(0, 0);
                break;
            case PinOperation.CloseLine:
                _gpio.ClosePin(body[0]);
                _open.Remove(body[0]);
                _frame.Begin(0, 0);
                break;
            case PinOperation.SetMode:
                _gpio.SetPinMode(body[0], (PinMode)body[1]);
                _frame.Begin(0, 0);
                break;
            case PinOperation.WriteLine:
                _gpio.Write(body[0], body[1] != 0 ? PinValue.High : PinValue.Low);
                _frame.Begin(0, 0);
                break;
            default:
                var level = _gpio.Read(body[0]) == PinValue.High;
                _frame.Begin(0, 1)[0] = level ? (byte)1 : (byte)0;
                break;
        }
    }
}
