using System.Buffers.Binary;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class tensorboard
        {
            public static partial class Summary
            {
                /// <summary>A picture, or several in a grid.</summary>
                /// <param name="tag">Its name.</param>
                /// <param name="tensor">Bytes from 0 to 255, or other numbers from 0 to 1; what lies outside is cut off.</param>
                /// <param name="rescale">By how much its sides are multiplied; default 1.</param>
                /// <param name="dataformats">What the dimensions are: of N, C, H and W; default NCHW.</param>
                public static Tensorboard.Summary image(string tag, Tensor tensor, double rescale = 1, string dataformats = "NCHW")
                {
                    using DisposeScope scope = NewDisposeScope();
                    using IDisposable mode = no_grad();
                    return Of(new Tensorboard.Summary.Types.Value
                    {
                        Tag = Checked(tag), Image = make_image(PictureTensors.ToHwc(tensor.detach().cpu(), dataformats), rescale),
                    });
                }

                /// <summary>A picture from a PNG, JPEG or GIF file.</summary>
                /// <param name="tag">Its name.</param>
                /// <param name="file_name">The file.</param>
                /// <param name="rescale">1: a file's picture keeps its size.</param>
                public static Tensorboard.Summary image(string tag, string file_name, double rescale = 1) =>
                    image(tag, File.ReadAllBytes(file_name), rescale);

                /// <summary>A picture that is encoded already, as PNG, JPEG or GIF.</summary>
                /// <param name="tag">Its name.</param>
                /// <param name="encoded">The whole file.</param>
                /// <param name="rescale">1: an encoded picture keeps its size.</param>
                public static Tensorboard.Summary image(string tag, byte[] encoded, double rescale = 1) => rescale == 1
                    ? Of(new Tensorboard.Summary.Types.Value { Tag = Checked(tag), Image = EncodedPicture.Read(encoded) })
                    : throw new ArgumentException("an encoded picture keeps its size: rescale is 1, or the picture comes as a tensor", nameof(rescale));

                /// <summary>A picture as a PNG file.</summary>
                /// <param name="tensor">Height x width x channels; bytes from 0 to 255, or other numbers from 0 to 1.</param>
                /// <param name="rescale">By how much its sides are multiplied (bilinearly, with antialiasing); default 1.</param>
                public static Tensorboard.Summary.Types.Image make_image(Tensor tensor, double rescale = 1)
                {
                    ArgumentNullException.ThrowIfNull(tensor);
                    if (tensor.dim() != 3)
                    {
                        throw new ArgumentException($"a picture is height x width x channels; this is [{string.Join(", ", tensor.shape)}]", nameof(tensor));
                    }

                    using DisposeScope scope = NewDisposeScope();
                    using IDisposable mode = no_grad();
                    (int height, int width, int channels) = ((int)tensor.size(0), (int)tensor.size(1), (int)tensor.size(2));
                    Tensor scaled = rescale == 1 ? tensor : Resize(tensor, (long)(height * rescale), (long)(width * rescale));
                    return new()
                    {
                        Height = height, Width = width, Colorspace = channels,
                        EncodedImageString =
                            PngWriter.Picture(PictureTensors.Bytes(scaled), (int)scaled.size(1), (int)scaled.size(0), channels),
                    };
                }

                /// <summary>A video as an animated picture; several videos stand in a grid.</summary>
                /// <param name="tag">Its name.</param>
                /// <param name="tensor">N x T x C x H x W; bytes from 0 to 255, or other numbers from 0 to 1.</param>
                /// <param name="fps">Frames a second.</param>
                public static Tensorboard.Summary video(string tag, Tensor tensor, int fps)
                {
                    using DisposeScope scope = NewDisposeScope();
                    using IDisposable mode = no_grad();
                    return Of(new Tensorboard.Summary.Types.Value
                    {
                        Tag = Checked(tag), Image = make_video(PictureTensors.Frames(tensor.detach().cpu()), fps),
                    });
                }

                /// <summary>A video as an animated PNG file, which keeps all colours.</summary>
                /// <param name="tensor">T x H x W x C; bytes from 0 to 255, or other numbers from 0 to 1.</param>
                /// <param name="fps">Frames a second, 1 to 65,535.</param>
                public static Tensorboard.Summary.Types.Image make_video(Tensor tensor, int fps)
                {
                    ArgumentNullException.ThrowIfNull(tensor);
                    ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fps);
                    ArgumentOutOfRangeException.ThrowIfGreaterThan(fps, ushort.MaxValue);
                    if (tensor.dim() != 4 || tensor.size(0) == 0)
                    {
                        throw new ArgumentException($"a video is T x H x W x C; this is [{string.Join(", ", tensor.shape)}]", nameof(tensor));
                    }

                    (int frames, int height, int width, int channels) =
                        ((int)tensor.size(0), (int)tensor.size(1), (int)tensor.size(2), (int)tensor.size(3));
                    return new()
                    {
                        Height = height, Width = width, Colorspace = channels,
                        EncodedImageString = PngWriter.Animation(PictureTensors.Bytes(tensor), frames, width, height, channels, fps),
                    };
                }

                /// <summary>A sound as a WAV file with 16 bits a sample.</summary>
                /// <param name="tag">Its name.</param>
                /// <param name="tensor">The samples of one channel, from -1 to 1; what lies outside is cut off.</param>
                /// <param name="sample_rate">Samples a second; default 44,100.</param>
                public static Tensorboard.Summary audio(string tag, Tensor tensor, int sample_rate = 44100)
                {
                    ArgumentNullException.ThrowIfNull(tensor);
                    ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sample_rate);
                    using DisposeScope scope = NewDisposeScope();
                    using IDisposable mode = no_grad();
                    Tensor samples = tensor.detach().cpu().to_type(ScalarType.Float64).squeeze();
                    if (samples.dim() != 1)
                    {
                        throw new ArgumentException($"a sound has one channel; this is [{string.Join(", ", tensor.shape)}]", nameof(tensor));
                    }

                    short[] steps = (samples.clamp(-1, 1) * short.MaxValue).to_type(ScalarType.Int16).data<short>().ToArray();
                    return Of(new Tensorboard.Summary.Types.Value
                    {
                        Tag = Checked(tag),
                        Audio = new()
                        {
                            SampleRate = sample_rate, NumChannels = 1, LengthFrames = steps.Length, ContentType = "audio/wav",
                            EncodedAudioString = Wave(steps, sample_rate),
                        },
                    });
                }

                private static Tensor Resize(Tensor picture, long height, long width) =>
                    ops.aten._upsample_bilinear2d_aa(
                        picture.dtype == ScalarType.Byte
                            ? picture.permute(2, 0, 1).unsqueeze(0).to_type(ScalarType.Float32) / 255f
                            : picture.permute(2, 0, 1).unsqueeze(0).to_type(ScalarType.Float32),
                        [Math.Max(height, 1), Math.Max(width, 1)], false, null, null).squeeze(0).permute(1, 2, 0);

                private static byte[] Wave(short[] samples, int rate)
                {
                    const int HeaderLength = 44;
                    var file = new byte[HeaderLength + (samples.Length * sizeof(short))];
                    Span<byte> at = file;
                    "RIFF"u8.CopyTo(at);
                    BinaryPrimitives.WriteInt32LittleEndian(at[4..], file.Length - 8);
                    "WAVEfmt "u8.CopyTo(at[8..]);
                    BinaryPrimitives.WriteInt32LittleEndian(at[16..], 16);
                    BinaryPrimitives.WriteInt16LittleEndian(at[20..], 1);
                    BinaryPrimitives.WriteInt16LittleEndian(at[22..], 1);
                    BinaryPrimitives.WriteInt32LittleEndian(at[24..], rate);
                    BinaryPrimitives.WriteInt32LittleEndian(at[28..], rate * sizeof(short));
                    BinaryPrimitives.WriteInt16LittleEndian(at[32..], sizeof(short));
                    BinaryPrimitives.WriteInt16LittleEndian(at[34..], 16);
                    "data"u8.CopyTo(at[36..]);
                    BinaryPrimitives.WriteInt32LittleEndian(at[40..], samples.Length * sizeof(short));
                    for (int i = 0; i < samples.Length; i++)
                    {
                        BinaryPrimitives.WriteInt16LittleEndian(at[(HeaderLength + (i * sizeof(short)))..], samples[i]);
                    }

                    return file;
                }
            }
        }
    }
}
