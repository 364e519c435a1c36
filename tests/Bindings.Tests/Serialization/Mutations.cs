namespace Bindings.Tests.Serialization;

/// <summary>Endless damaged copies of a file, the same for the same seed: bytes changed, put in, left out and moved, mostly in its head.</summary>
/// <param name="whole">The file.</param>
/// <param name="head">Bytes that describe the others; most changes are made there.</param>
/// <param name="seed">Where chance begins.</param>
internal sealed class Mutations(byte[] whole, int head, int seed)
{
    private static readonly byte[] Telling = [0, 1, 0x7f, 0x80, 0xff, (byte)'0', (byte)'9', (byte)'{', (byte)'}', (byte)'[', (byte)']', (byte)'"', (byte)',', (byte)'-', (byte)'e'];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var file = whole.ToList();
        for (var change = _random.Next(1, 5); change > 0 && file.Count > 0; change--)
        {
            var at = _random.Next(_random.Next(8) > 0 ? Math.Min(head, file.Count) : file.Count);
            switch (_random.Next(7))
            {
                case 0: file[at] = (byte)_random.Next(256); break;
                case 1: file[at] ^= (byte)(1 << _random.Next(8)); break;
                case 2: file[at] = Telling[_random.Next(Telling.Length)]; break;
                case 3: file.Insert(at, Telling[_random.Next(Telling.Length)]); break;
                case 4: file.RemoveRange(at, Math.Min(_random.Next(1, 9), file.Count - at)); break;
                case 5: file.InsertRange(at, file.GetRange(at, Math.Min(_random.Next(1, 40), file.Count - at))); break;
                default:
                    if (char.IsAsciiDigit((char)file[at]))
                    {
                        file[at] = (byte)('0' + _random.Next(10));
                    }
                    break;
            }
        }
        return [.. file];
    }
}
