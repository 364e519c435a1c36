using System.Buffers.Binary;
using Google.Protobuf;

namespace Bindings.Tests.TensorBoard;

/// <summary>A file of events as TensorBoard reads it: frames with checksums, and in them messages of numbered fields.</summary>
internal static class EventReader
{
    /// <summary>The events of the only file in a folder.</summary>
    internal static List<Fields> Only(string folder) => Read(File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder, "events.out.tfevents.*"))));

    internal static List<Fields> Read(ReadOnlySpan<byte> file)
    {
        var events = new List<Fields>();
        while (!file.IsEmpty)
        {
            int length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(file));
            Assert.Equal(MaskedCrc(file[..8]), BinaryPrimitives.ReadUInt32LittleEndian(file[8..]));
            ReadOnlySpan<byte> data = file.Slice(12, length);
            Assert.Equal(MaskedCrc(data), BinaryPrimitives.ReadUInt32LittleEndian(file[(12 + length)..]));
            events.Add(new Fields(data.ToArray()));
            file = file[(16 + length)..];
        }

        return events;
    }

    /// <summary>CRC-32C bit by bit, as its definition has it.</summary>
    internal static uint MaskedCrc(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
            }
        }

        crc = ~crc;
        return unchecked(((crc >> 15) | (crc << 17)) + 0xa282ead8);
    }

    /// <summary>A message's fields by number.</summary>
    internal sealed class Fields
    {
        private readonly List<(int Number, object Value)> all = [];

        internal Fields(byte[] message)
        {
            var input = new CodedInputStream(message);
            for (uint tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
            {
                object value = WireFormat.GetTagWireType(tag) switch
                {
                    WireFormat.WireType.Varint => input.ReadInt64(),
                    WireFormat.WireType.Fixed64 => input.ReadDouble(),
                    WireFormat.WireType.Fixed32 => input.ReadFloat(),
                    _ => input.ReadBytes().ToByteArray(),
                };
                all.Add((WireFormat.GetTagFieldNumber(tag), value));
            }
        }

        internal bool Has(int number) => all.Exists(field => field.Number == number);

        internal T Get<T>(int number) => (T)Assert.Single(all, field => field.Number == number).Value;

        internal string Text(int number) => System.Text.Encoding.UTF8.GetString(Get<byte[]>(number));

        internal Fields Message(int number) => new(Get<byte[]>(number));

        internal List<Fields> Messages(int number) => [.. all.Where(field => field.Number == number).Select(field => new Fields((byte[])field.Value))];

        internal string[] Texts(int number) =>
            [.. all.Where(field => field.Number == number).Select(field => System.Text.Encoding.UTF8.GetString((byte[])field.Value))];

        internal double[] Doubles(int number) => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, double>(Get<byte[]>(number)).ToArray();

        internal float[] Floats(int number) => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(Get<byte[]>(number)).ToArray();
    }
}
