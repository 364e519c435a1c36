using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class cuda
    {
        /// <summary>A queue of work on a CUDA device (torch.cuda.Stream): what stands in one queue runs in order, queues run beside each other.</summary>
        public sealed class Stream : IEquatable<Stream>
        {
            private readonly DeviceCode code;

            /// <summary>Takes a stream from the device's pool.</summary>
            /// <param name="device">The device; null for the current one.</param>
            /// <param name="priority">Below 0 for a stream whose work goes before that of others.</param>
            /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
            public Stream(Device? device = null, int priority = 0)
            {
                const string What = "torch.cuda.Stream";
                code = Require(What);
                int index = IndexOf(device, What);
                this.device = new Device(DeviceType.CUDA, index);
                stream_id = code.Stream(priority < 0 ? DeviceCode.StreamKind.UrgentPool : DeviceCode.StreamKind.Pool, index, What);
            }

            internal Stream(DeviceCode code, int index, long id)
            {
                this.code = code;
                device = new Device(code.Type, index);
                stream_id = id;
            }

            /// <summary>The device whose work it queues.</summary>
            public Device device { get; }

            /// <summary>The number that libtorch knows it by, among the streams of its device.</summary>
            public long stream_id { get; }

            /// <summary>Whether all its work is done.</summary>
            public bool query() => code.IsDone(device.index, stream_id, "Stream.query");

            /// <summary>Waits until all its work is done.</summary>
            public void synchronize() => code.Synchronize(device.index, stream_id, "Stream.synchronize");

            /// <summary>Lets what is queued from here on wait for an event.</summary>
            /// <param name="event">The event; one that was never recorded is not waited for.</param>
            public void wait_event(Event @event)
            {
                ArgumentNullException.ThrowIfNull(@event);
                @event.wait(this);
            }

            /// <summary>Lets what is queued from here on wait for all that is queued in another stream now.</summary>
            /// <param name="stream">The other stream.</param>
            public void wait_stream(Stream stream)
            {
                ArgumentNullException.ThrowIfNull(stream);
                using Event reached = stream.record_event();
                wait_event(reached);
            }

            /// <summary>Records an event behind what is queued now.</summary>
            /// <param name="event">The event; null for a new one.</param>
            /// <returns>The event.</returns>
            public Event record_event(Event? @event = null)
            {
                Event recorded = @event ?? new Event(code, enable_timing: false);
                recorded.record(this);
                return recorded;
            }

            /// <inheritdoc/>
            public bool Equals(Stream? other) => other is not null && device.Equals(other.device) && stream_id == other.stream_id;

            /// <inheritdoc/>
            public override bool Equals(object? obj) => Equals(obj as Stream);

            /// <inheritdoc/>
            public override int GetHashCode() => HashCode.Combine(device, stream_id);

            /// <inheritdoc/>
            public override string ToString() => $"<torch.cuda.Stream device={device} stream_id={stream_id}>";
        }
    }
}
