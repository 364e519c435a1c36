using TorchSharp;

namespace Tensorboard;

public sealed partial class Summary
{
    public static partial class Types
    {
        /// <summary>One value and its name; of the kinds of value one is set.</summary>
        public sealed class Value
        {
            /// <summary>The name that it is shown under.</summary>
            public required string Tag { get; init; }

            /// <summary>A number.</summary>
            public float? SimpleValue { get; init; }

            /// <summary>A picture.</summary>
            public Image? Image { get; init; }

            /// <summary>A histogram.</summary>
            public HistogramProto? Histo { get; init; }

            /// <summary>A sound.</summary>
            public Audio? Audio { get; init; }

            /// <summary>What a plugin shows: the message's fields and, of the tensor, its fields.</summary>
            internal PluginValue? Plugin { get; init; }

            internal void Write(ProtoWriter writer)
            {
                writer.Text(1, Tag);
                if (SimpleValue is { } number)
                {
                    writer.Float(2, number);
                }

                if (Image is { } image)
                {
                    writer.Message(4, image.Write);
                }

                if (Histo is { } histogram)
                {
                    writer.Message(5, histogram.Write);
                }

                if (Audio is { } audio)
                {
                    writer.Message(6, audio.Write);
                }

                Plugin?.Write(writer);
            }
        }
    }
}
