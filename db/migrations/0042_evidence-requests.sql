CREATE TABLE "evidence_pieces" (
	"request_id" text NOT NULL,
	"n" integer NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	CONSTRAINT "evidence_pieces_request_id_n_pk" PRIMARY KEY("request_id","n")
);
--> statement-breakpoint
CREATE TABLE "evidence_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"institution_id" text NOT NULL,
	"account" text NOT NULL,
	"access" text NOT NULL,
	"run_id" text,
	"from_at" timestamp with time zone,
	"to_at" timestamp with time zone,
	"own_size" bigint,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"failure" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"ended_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"size" bigint,
	"digest" text,
	"checkpoint" text,
	"sealed_key" text,
	CONSTRAINT "evidence_requests_of" CHECK (num_nulls(from_at, to_at) = CASE WHEN run_id IS NULL THEN 0 ELSE 2 END AND (run_id IS NOT NULL OR access = 'monitor')),
	CONSTRAINT "evidence_requests_made" CHECK ((state = 'failed') = (failure IS NOT NULL) AND (state = 'pending') = (ended_at IS NULL)
        AND num_nulls(expires_at, size, digest, checkpoint) = CASE WHEN state IN ('ready', 'expired') THEN 0 ELSE 4 END
        AND (state = 'ready') = (sealed_key IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_request_id_evidence_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."evidence_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_requests_due" ON "evidence_requests" USING btree ("next_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "evidence_requests_institution" ON "evidence_requests" USING btree ("institution_id","asked_at");--> statement-breakpoint
CREATE INDEX "evidence_requests_expiry" ON "evidence_requests" USING btree ("expires_at") WHERE state = 'ready';