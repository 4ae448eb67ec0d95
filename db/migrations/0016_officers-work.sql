CREATE TABLE "answer_openings" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"seq" integer NOT NULL,
	"institution_id" text NOT NULL,
	"account" text NOT NULL,
	"opened_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"step" text NOT NULL,
	"opening" integer NOT NULL,
	"role" text NOT NULL,
	"institution_id" text NOT NULL,
	"account" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"digest" text NOT NULL,
	"description" "bytea" NOT NULL,
	"seq" integer,
	"added_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence_chunks" (
	"evidence_id" text NOT NULL,
	"n" integer NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	CONSTRAINT "evidence_chunks_evidence_id_n_pk" PRIMARY KEY("evidence_id","n")
);
--> statement-breakpoint
CREATE TABLE "step_holder_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"step" text NOT NULL,
	"opening" integer NOT NULL,
	"role" text NOT NULL,
	"institution_id" text NOT NULL,
	"kind" text NOT NULL,
	"from_user" text,
	"to_user" text,
	"by_user" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "step_holders" (
	"run_id" text NOT NULL,
	"step" text NOT NULL,
	"opening" integer NOT NULL,
	"role" text NOT NULL,
	"institution_id" text NOT NULL,
	"user_id" text NOT NULL,
	"since" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "step_holders_run_id_step_opening_role_pk" PRIMARY KEY("run_id","step","opening","role")
);
--> statement-breakpoint
CREATE TABLE "step_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"step" text NOT NULL,
	"opening" integer NOT NULL,
	"role" text NOT NULL,
	"institution_id" text NOT NULL,
	"account" text NOT NULL,
	"kind" text NOT NULL,
	"reason" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"reply" "bytea",
	"replied_by" text,
	"replied_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "saved_by" text;--> statement-breakpoint
ALTER TABLE "evidence_chunks" ADD CONSTRAINT "evidence_chunks_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_holders" ADD CONSTRAINT "step_holders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_openings_act" ON "answer_openings" USING btree ("run_id","seq");--> statement-breakpoint
CREATE INDEX "evidence_step" ON "evidence" USING btree ("run_id","step","opening","role");--> statement-breakpoint
CREATE INDEX "step_holder_log_step" ON "step_holder_log" USING btree ("run_id","step","opening");--> statement-breakpoint
CREATE INDEX "step_holders_user" ON "step_holders" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "step_requests_run" ON "step_requests" USING btree ("run_id");