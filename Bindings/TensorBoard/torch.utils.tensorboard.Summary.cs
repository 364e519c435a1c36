using System.Text;
using BinRule = TorchSharp.Utils.tensorboard.Enums.HistogramBinSelector;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class tensorboard
        {
            /// <summary>Makes the values that events hold (Python's <c>torch.utils.tensorboard.summary</c>).</summary>
            public static partial class Summary
            {
                /// <summary>A number.</summary>
                /// <param name="name">Its name.</param>
                /// <param name="scalar_value">The number.</param>
                /// <param name="new_style">Whether to write it as a tensor, as TensorFlow 2 does; default false.</param>
                public static Tensorboard.Summary scalar(string name, double scalar_value, bool new_style = false) => new_style
                    ? Of(name, new PluginValue("scalars", [], PluginValue.Numbers([(float)scalar_value])))
                    : Of(new Tensorboard.Summary.Types.Value { Tag = Checked(name), SimpleValue = (float)scalar_value });

                /// <summary>How values are distributed, over buckets with edges by a rule.</summary>
                /// <param name="name">Its name.</param>
                /// <param name="values">The values, of any shape.</param>
                /// <param name="bins">The rule.</param>
                /// <param name="max_bins">The most buckets to keep; null for all.</param>
                public static Tensorboard.Summary histogram(string name, Tensor values, BinRule bins, long? max_bins = null) =>
                    Of(new Tensorboard.Summary.Types.Value { Tag = Checked(name), Histo = make_histogram(values, bins, max_bins) });

                /// <summary>How values are distributed, over buckets with given edges.</summary>
                /// <param name="name">Its name.</param>
                /// <param name="values">The values, of any shape.</param>
                /// <param name="bins">The edges, ascending.</param>
                /// <param name="max_bins">The most buckets to keep; null for all.</param>
                public static Tensorboard.Summary histogram(string name, Tensor values, Tensor bins, long? max_bins = null) =>
                    Of(new Tensorboard.Summary.Types.Value { Tag = Checked(name), Histo = make_histogram(values, bins, max_bins) });

                /// <summary>Counts values in buckets with edges by a rule; empty buckets on either side are left out.</summary>
                /// <param name="values">The values, of any shape.</param>
                /// <param name="bins">The rule.</param>
                /// <param name="max_bins">The most buckets to keep; null for all.</param>
                /// <exception cref="ArgumentException">There are no values, or none lies in a bucket.</exception>
                public static Tensorboard.HistogramProto make_histogram(Tensor values, BinRule bins, long? max_bins = null) =>
                    HistogramBuckets.Of(values, bins, max_bins);

                /// <summary>Counts values in buckets with given edges; empty buckets on either side are left out.</summary>
                /// <param name="values">The values, of any shape.</param>
                /// <param name="bins">The edges, ascending.</param>
                /// <param name="max_bins">The most buckets to keep; null for all.</param>
                /// <exception cref="ArgumentException">There are no values, none lies in a bucket, or the edges do not ascend.</exception>
                public static Tensorboard.HistogramProto make_histogram(Tensor values, Tensor bins, long? max_bins = null) =>
                    HistogramBuckets.Of(values, bins, max_bins);

                /// <summary>A text, shown as Markdown.</summary>
                /// <param name="tag">Its name.</param>
                /// <param name="text">The text.</param>
                public static Tensorboard.Summary text(string tag, string text)
                {
                    ArgumentNullException.ThrowIfNull(text);
                    return Of($"{Checked(tag)}/text_summary", new PluginValue("text", [], PluginValue.Text(Encoding.UTF8.GetBytes(text), 1)));
                }

                private static Tensorboard.Summary Of(string tag, PluginValue plugin) =>
                    Of(new Tensorboard.Summary.Types.Value { Tag = Checked(tag), Plugin = plugin });

                private static Tensorboard.Summary Of(Tensorboard.Summary.Types.Value value) => new() { Value = { value } };

                private static string Checked(string tag)
                {
                    ArgumentNullException.ThrowIfNull(tag);
                    return tag;
                }
            }
        }
    }
}
